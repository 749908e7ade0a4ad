#!/usr/bin/env bash
# A spec edit regenerates the client, and the build says what it broke. Three rounds, in a copy of
# this repository. A document that breaks a rule must stop at the lint, before a client is generated.
# Then properties are renamed in the YAML, and nothing else, without the tests of the specs and the
# evolution gate. The generated mapping follows by itself. If the examples are renamed as well, a
# property that Java uses must stop the compiler, here that of tests which use the clients alone; if
# they are not, the generator must refuse the document of each provider. Fails if a build passes, or
# fails without naming the element.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What the build needs, and no other module's tests.
git ls-files -z --cached --others --exclude-standard \
  | grep -zvE '^(normalizer|sandbox|cli|watcher|contract-lint|contract-tools|generated-clients/runtime)/src/test/|^docs/' \
  | while IFS= read -r -d '' file; do
      if [ -e "$file" ]; then cp --parents -p "$file" "$work"; fi
    done
cd "$work"
specs=api-specs/src/main/resources/io/github/reelay/specs

rename() { # provider, property: it gets another name, in the examples too
  sed -i -E "s/^( *)$2:( |\$)/\1renamed_$2:\2/" "$specs/$1.yaml"
  must_differ "$1" "$2"
}

rename_declaration() { # provider, property: the examples keep its name
  sed -i "s/^        $2:\$/        renamed_$2:/" "$specs/$1.yaml"
  must_differ "$1" "$2"
  named+=("$1.yaml /paths" "found '$2'")
}

must_differ() { # provider, property
  local file=$specs/$1.yaml
  if cmp -s "$file" "$root/$file"; then
    echo "expected a property $2 in $1.yaml, found none" >&2
    exit 1
  fi
}

named=() # what the generator must name
rename_the_rest() { # the first declared property of each document that is still as it was
  local file provider property
  for file in "$specs"/*.yaml; do
    if cmp -s "$file" "$root/$file"; then
      provider=$(basename "$file" .yaml)
      property=$(sed -n '/^  schemas:$/,$s/^        \([a-z_]*\):$/\1/p' "$file" | head -1)
      rename_declaration "$provider" "$property"
    fi
  done
}

must_fail() { # module, test, what should have failed, then the words that the output must hold
  local module=$1 test=$2 what=$3
  shift 3
  if ./mvnw -q -o -T2 -fae -pl "$module" -am test -Dtest="$test" \
    -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip -Dcheckstyle.skip \
    -Denforcer.skip >"$work/output" 2>&1; then
    echo "expected $what to fail the build, but it passed" >&2
    exit 1
  fi
  for word in "$@"; do
    if ! grep -qF -- "$word" "$work/output"; then
      tail -40 "$work/output" >&2
      echo "expected the failed build to name '$word' ($what), but it does not" >&2
      exit 1
    fi
  done
  echo "$what: the build fails and names" "$@"
}

sed -i 's/^openapi: 3.0.3$/openapi: 3.1.0/' "$specs"/*.yaml
must_fail generated-clients/toapis SpecsTest 'a document that breaks a rule' \
  'toapis.yaml /openapi: expected 3.0.3, found 3.1.0'
if ls -d generated-clients/*/target/generated-sources/openapi >/dev/null 2>&1; then
  echo "expected the lint to stop the build before a client is generated, found one" >&2
  exit 1
fi

cp "$root/$specs"/*.yaml "$specs"
rename toapis result
rename xingchaoyiqing actualDuration
rename 22codex draft_info
must_fail contract-tests ExampleReadingTest 'renaming properties that Java uses' \
  'result()' 'actualDuration()' 'draftInfo()'

cp "$root/$specs"/*.yaml "$specs"
rename_declaration toapis object
rename_declaration xingchaoyiqing object
rename_declaration 22codex needs_user_review
rename_the_rest
must_fail contract-tests ExampleReadingTest 'renaming properties of the schemas alone' "${named[@]}"
