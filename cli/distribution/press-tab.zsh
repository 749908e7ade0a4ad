# Presses tab in an interactive zsh and prints the line as it is then.
# Usage: zsh -f press-tab.zsh COMMANDS LINE; the commands are run first, such as fpath=(DIR $fpath).
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "unset zle_bracketed_paste; PROMPT=; PROMPT_EOL_MARK=; setopt no_prompt_cr; $1"
zpty -w shell 'autoload -Uz compinit; compinit -u -D; bindkey "^I" complete-word'
zpty -w shell 'show() { print -r -- "LINE<$BUFFER>"; zle kill-buffer; }; zle -N show; bindkey "^T" show'
zpty -w shell 'print REA""DY'
while zpty -r shell line; do
  [[ $line == *READY* ]] && break
done
zpty -n -w shell "$2"$'\t\t'$'\x14'
while zpty -r shell line; do
  if [[ $line == *LINE\<*\>* ]]; then
    print -r -- "${${line#*LINE<}%>*}"
    break
  fi
done
zpty -d shell
