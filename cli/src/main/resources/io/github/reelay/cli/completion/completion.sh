# Completes the reelay command in bash and zsh. Printed by 'reelay completion'.
# The first functions are for both shells. They leave what they find in variables of their caller,
# because a subshell for each would take longer. Strings of words have blanks between them.

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
  awk '
    FNR == 1 { if (!/^reelay-handles [0-9]+$/) nextfile; next }
    {
      sign = substr($0, 10, 1)
      handle = substr($0, 11)
      if (sign == "@") sub(/^[^ ]* /, "", handle)
      if (sign == "-") delete open[handle]
      else if (sign == "+" || sign == "@") open[handle] = 1
    }
    END { for (handle in open) if (handle ~ /^[A-Za-z0-9_.:\/+=@%,~-]+$/) print handle }
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
  case $1 in
    FILE | DIR | STATE) paths=$1 ;;
    OTHER) ;;
    COMMAND) found="$found $_reelay_commands" ;;
    PROVIDER) found="$found $_reelay_providers" ;;
    HANDLE)
      if [ -n "$2" ]; then
        found="$found $(_reelay_open "$2")"
      else
        found="$found $(_reelay_open_here)"
      fi
      case $3 in
        *:*) ;;
        *) found="$found ${_reelay_providers// /: }:" ;;
      esac
      ;;
    *) found="$found ${1//,/ }" ;;
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
  local current=$1 word option='' command='' state='' kind options values arguments
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
    -*) found=$options ;;
    *)
      for word in $arguments; do
        _reelay_add "$word" "$state" "$current"
      done
      ;;
  esac
}

# What bash calls. The words are taken from the line, because bash splits them at colons.
_complete_reelay() {
  local IFS=$' \t\n'
  local found paths attached current='' value each cut='' line=${COMP_LINE:0:COMP_POINT}
  local -a words
  COMPREPLY=()
  read -ra words <<<"$line"
  case $line in
    *[[:space:]]) ;;
    *)
      current=${words[${#words[@]} - 1]}
      unset "words[${#words[@]}-1]"
      ;;
  esac
  _reelay_find "$current" "${words[@]:1}"
  value=${current#"$attached"}
  # Only what stands behind the last break of the word is replaced.
  case $COMP_WORDBREAKS in
    *:*) cut=${value%"${value##*:}"} ;;
  esac
  case $COMP_WORDBREAKS in
    *=*) attached= ;;
  esac
  if [ -n "$paths" ]; then
    while IFS= read -r each; do
      COMPREPLY+=("$attached${each#"$cut"}")
    done < <(
      case $paths in
        FILE) compgen -f -- "$value" ;;
        DIR) compgen -d -- "$value" ;;
        STATE) compgen -f -X '*.lock' -- "$value" ;;
      esac
    )
    compopt -o filenames 2>/dev/null
    return
  fi
  for each in $found; do
    case $each in
      "$value"*) COMPREPLY+=("$attached${each#"$cut"}") ;;
    esac
  done
  case ${COMPREPLY[0]-} in
    *:) compopt -o nospace 2>/dev/null ;;
  esac
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
          matching=(${=found})
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
