# Completes the reelay command in bash and zsh. Printed by 'reelay completion'.
# The first functions are for both shells. They leave what they find in variables of their caller,
# because a subshell for each would take longer. Strings of words have blanks between them, but for
# $found, which has a line for each, because a handle may have blanks.

_reelay_commands='@COMMANDS@'
_reelay_providers='@PROVIDERS@'

# $1: the words of a command. Sets $options, $values (those that take a value, each with the kind
# of the value) and $arguments (kinds and words).
_reelay_describe() {
  options=
  values=
  arguments=
  case $1 in
    @CASES@
  esac
}

# Prints the handles that are open in the state files among some files. The first line of a state
# file says what it is. Each other line begins with a checksum of eight digits and a blank.
_reelay_open() {
  LC_ALL=C awk '
    FNR == 1 { if (!/^reelay-handles [0-9]+$/) nextfile; next }
    {
      sign = substr($0, 10, 1)
      handle = substr($0, 11)
      if (sign == "@") sub(/^[^ ]* /, "", handle)
      if (sign == "-") delete open[handle]
      else if (sign == "+" || sign == "@") open[handle] = 1
    }
    END { for (handle in open) if (handle !~ /[^ -~]/ && index(handle, "\\") == 0) print handle }
  ' "$@" 2>/dev/null | sort | head -n 1000
}

# The same for the current directory, or for its first 300 files.
_reelay_open_here() {
  local file
  set --
  for file in ./*; do
    if [ -f "$file" ] && [ -r "$file" ] && [ $# -lt 300 ]; then
      set -- "$@" "$file"
    fi
  done
  if [ $# -gt 0 ]; then
    _reelay_open "$@"
  fi
}

# $1: a kind, or words with commas between them. $2: the state file, if one is named. $3: the word
# that is completed. Adds to $found, or sets $paths to FILE, DIR or STATE.
_reelay_add() {
  local newline=$'\n'
  case $1 in
    FILE | DIR | STATE) paths=$1 ;;
    OTHER) ;;
    COMMAND) found=$found$newline${_reelay_commands// /$newline} ;;
    PROVIDER) found=$found$newline${_reelay_providers// /$newline} ;;
    HANDLE)
      if [ -n "$2" ]; then
        found=$found$newline$(_reelay_open "$2")
      else
        found=$found$newline$(_reelay_open_here)
      fi
      case $3 in
        *:*) ;;
        *) found=$found$newline${_reelay_providers// /:$newline}: ;;
      esac
      ;;
    *) found=$found$newline${1//,/$newline} ;;
  esac
}

# Sets $kind to the kind of the value of an option; empty if it takes none.
_reelay_kind() {
  local each
  kind=
  for each in $values; do
    case $each in
      "$1="*) kind=${each#*=} ;;
    esac
  done
}

# $1: the word to complete. The others: the words before it, without the name of the program. Sets
# $found, $paths and $attached: the option that the word begins with, with its equals sign.
_reelay_find() {
  [ -z "${ZSH_VERSION-}" ] || emulate -L ksh
  local newline=$'\n' current=$1 word option='' command='' state='' kind options values arguments
  local IFS=$' \t\n'
  shift
  found=
  paths=
  attached=
  _reelay_describe ''
  for word in "$@"; do
    if [ -n "$option" ]; then
      [ "$option" != --state ] || state=$word
      option=
      continue
    fi
    case $word in
      --state=*) state=${word#*=} ;;
      -*)
        _reelay_kind "$word"
        [ -z "$kind" ] || option=$word
        ;;
      *)
        case " $arguments " in
          *" $word "*)
            command="${command:+$command }$word"
            _reelay_describe "$command"
            ;;
          *) [ -n "$command" ] || _reelay_describe unknown ;;
        esac
        ;;
    esac
  done
  case $state in
    '~/'*) state=$HOME/${state#??} ;;
  esac
  if [ -n "$option" ]; then
    _reelay_kind "$option"
    _reelay_add "$kind" "$state" "$current"
    return
  fi
  case $current in
    --*=*)
      attached=${current%%=*}=
      _reelay_kind "${current%%=*}"
      _reelay_add "${kind:-OTHER}" "$state" "${current#*=}"
      ;;
    -*) found=${options// /$newline} ;;
    *)
      for word in $arguments; do
        _reelay_add "$word" "$state" "$current"
      done
      ;;
  esac
}

# $1: the line up to the cursor. Takes the words from it, because bash splits them at colons. Adds
# those before the last one to $words, and sets $current to the last one, $quote to the quote that is
# open, and $mark to the length of that part of $current which bash leaves as it is: up to the last
# break or open quote. The quote of $'..' is a dollar sign.
_reelay_split() {
  local line=$1 begun='' escaped='' i char outside=0
  for ((i = 0; i < ${#line}; i++)); do
    char=${line:i:1}
    case $quote$char in
      "''" | '""') quote='' mark=$outside ;;
      '"\')
        i=$((i + 1))
        case ${line:i:1} in
          [\"\$\`\\]) ;;
          *) current=$current$char ;; # which escapes nothing
        esac
        current=$current${line:i:1}
        ;;
      "$'")
        _reelay_unescape
        quote='' mark=$outside
        ;;
      '$\')
        i=$((i + 1))
        [ "$i" = ${#line} ] || escaped=$escaped$char${line:i:1}
        ;;
      "$"?) escaped=$escaped$char ;;
      [\'\"]?) current=$current$char ;;
      [\'\"])
        quote=$char begun=1 outside=$mark mark=${#current}
        ;;
      "$")
        case ${line:i+1:1} in
          \')
            quote=$char begun=1 outside=$mark mark=${#current}
            i=$((i + 1))
            ;;
          \") ;;
          *) current=$current$char begun=1 ;;
        esac
        ;;
      \\)
        i=$((i + 1)) begun=1
        current=$current${line:i:1}
        ;;
      [[:space:]])
        [ -z "$begun" ] || words+=("$current")
        current='' begun='' mark=0
        ;;
      *)
        current=$current$char begun=1
        case $COMP_WORDBREAKS in
          *"$char"*) mark=${#current} ;;
        esac
        ;;
    esac
  done
  _reelay_unescape
}

# Adds $escaped to $current: what stands in $'..', and therefore has no quote without a backslash.
_reelay_unescape() {
  eval "current=\$current\$'$escaped'"
  escaped=
}

# What bash calls.
_complete_reelay() {
  local IFS=$' \t\n'
  local found paths attached current='' quote='' mark=0 each
  local -a words
  words=()
  COMPREPLY=()
  _reelay_split "${COMP_LINE:0:COMP_POINT}"
  _reelay_find "$current" "${words[@]:1}"
  if [ -n "$paths" ]; then
    while IFS= read -r each; do
      each=$attached$each
      COMPREPLY+=("${each:mark}")
    done < <(
      each=${current#"$attached"}
      # Where nothing is quoted, compgen takes a backslash for a quote, if a key was pressed.
      [ -n "$quote" ] || [ -z "${COMP_TYPE-}" ] || each=${each//\\/\\\\}
      case $paths in
        FILE) compgen -f -- "$each" ;;
        DIR) compgen -d -- "$each" ;;
        STATE) compgen -f -X '*.lock' -- "$each" ;;
      esac
    )
    compopt -o filenames 2>/dev/null
    return
  fi
  while IFS= read -r each; do
    case $attached$each in
      "$attached") ;;
      "$current"*) _reelay_offer "$attached$each" ;;
    esac
  done <<<"$found"
  case ${COMPREPLY[0]-} in
    *:) compopt -o nospace 2>/dev/null ;;
  esac
}

# Adds a word to what bash offers, quoted as the place needs it. What cannot stand between the quotes
# that are open is left out.
_reelay_offer() {
  local word=${1:mark}
  case $quote in
    \') [ "$word" = "${word//\'/}" ] || return ;;
    \") [ "$word" = "${word//[\"\$\`\\]/}" ] || return ;;
    "$") [ "$word" = "${word//[\'\\]/}" ] || return ;;
    *)
      case $word in
        *[!A-Za-z0-9_.:/+=@%,~-]*) printf -v word %q "$word" ;;
      esac
      ;;
  esac
  COMPREPLY+=("$word")
}

# What zsh calls. In quotes, because bash cannot read it.
if [ -n "${ZSH_VERSION-}" ]; then
  eval '
    _reelay() {
      local found paths attached
      local -a matching
      _reelay_find "$PREFIX" "${(@Q)words[2,CURRENT-1]}"
      [[ -z $attached ]] || compset -P "*="
      case $paths in
        FILE) _files ;;
        DIR) _files -/ ;;
        STATE) _files -F "*.lock" ;;
        *)
          matching=(${(f)found})
          compadd -S "" -- ${(M)matching:#*:}
          compadd -- ${matching:#*:}
          ;;
      esac
    }
  '
  if [ "${funcstack[1]-}" = _reelay ]; then
    _reelay "$@"
  else
    if ! command -v compdef >/dev/null; then
      autoload -Uz compinit
      compinit
    fi
    compdef _reelay reelay
  fi
else
  complete -F _complete_reelay reelay
fi
