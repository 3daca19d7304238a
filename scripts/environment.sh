# shellcheck shell=bash
# Sourced by the other scripts: finds Python, and makes or reuses the virtual environment.
#
# LICHAIN_VENV    the environment's folder (.venv of the checkout)
# LICHAIN_PYTHON  the Python to make it with (the first that fits)

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
venv=${LICHAIN_VENV:-$root/.venv}
[[ $venv == /* || $venv == ?:[\\/]* ]] || venv=$PWD/$venv
unset PYTHONHOME PYTHONPATH PIP_TARGET PIP_PREFIX
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONUTF8=1

say() { printf '==> %s\n' "$*"; }

die() {
  printf '\n%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# Scripts work on their own throwaway or local Neo4j, never on one that the caller set up.
forget_servers() {
  unset NEO4J_URI NEO4J_USER NEO4J_USERNAME NEO4J_PASSWORD NEO4J_DATABASE
  export LICHAIN_SETTINGS=$venv/no-settings.toml
}

venv_python() {
  if [[ -e $venv/Scripts/python.exe ]]; then echo "$venv/Scripts/python.exe"; else echo "$venv/bin/python"; fi
}

is_new_enough() {
  "$1" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

can_make_environments() {
  "$1" -I -c 'import ensurepip, venv' >/dev/null 2>&1
}

find_python() {
  local candidate found="" candidates=(python3 python3.13 python3.12 python3.11 python3.14 python)
  if [[ ${LICHAIN_PYTHON:-} ]]; then candidates=("$LICHAIN_PYTHON"); fi
  for candidate in "${candidates[@]}"; do
    is_new_enough "$candidate" || continue
    if can_make_environments "$candidate"; then
      echo "$candidate"
      return
    fi
    found=${found:-$candidate}
  done
  if [[ $found ]]; then
    die "$found comes without venv or ensurepip; on Debian and Ubuntu: apt-get install python3-venv"
  fi
  die "Python 3.11 or later is needed, and none was found${LICHAIN_PYTHON:+ at $LICHAIN_PYTHON}." \
    "Install it (on Debian and Ubuntu: apt-get install python3 python3-venv)," \
    "or name one: LICHAIN_PYTHON=/path/to/python3.11 $0"
}

# What an up-to-date environment was made from: the lock, pyproject.toml and where both folders are.
stamp() {
  "$(venv_python)" -I - "$root/requirements/$1.lock" "$root/pyproject.toml" "$root" "$venv" <<'PYTHON'
import hashlib, sys
digest = hashlib.sha256("\n".join(sys.argv[3:]).encode())
for path in sys.argv[1:3]:
    with open(path, "rb") as file:
        digest.update(file.read())
print(digest.hexdigest())
PYTHON
}

is_current() {
  [[ -f $venv/lichain-$1.stamp && $(<"$venv/lichain-$1.stamp") == "$(stamp "$1")" ]]
}

make_venv() {
  local python
  if [[ -e $venv ]]; then
    if is_new_enough "$(venv_python)" && "$(venv_python)" -I -m pip --version >/dev/null 2>&1; then return; fi
    if [[ -n $(ls -A "$venv") && ! -f $venv/pyvenv.cfg ]]; then
      die "$venv is there and is no virtual environment; move it away or set LICHAIN_VENV to another folder"
    fi
    say "The environment in $venv is broken; making it again"
  fi
  python=$(find_python)
  say "Making the environment in $venv with $("$python" -I --version)"
  rm -rf "$venv"
  "$python" -I -m venv "$venv" || die "$venv could not be made; see the message above"
}

# Runs pip with its output in a log, showing a line now and then.
pip_install() {
  "$(venv_python)" -I -m pip install --progress-bar off --no-input "$@" 2>&1 | tee -a "$venv/install.log" |
    awk '/^Collecting/ { if (++count % 20 == 0) { print "    " count " packages …"; fflush() } }
         /^Installing collected/ && count > 1 { print "    unpacking " count " packages …"; fflush() }
         /Downloading .*\([0-9.]+ MB\)/ && match($0, /\([0-9]+/) {
           if (substr($0, RSTART + 1, RLENGTH - 1) + 0 >= 10) {
             sub(/^ */, ""); sub(/-[0-9].*\(/, " ("); print "    " $0; fflush() } }'
}

install_failed() {
  tail -n 15 "$venv/install.log" >&2
  die "the installation stopped (all of it: $venv/install.log)." \
    "With a slow or broken connection, run $0 again: it goes on where it stopped."
}

# ensure_environment run|dev: an environment with that lock and lichain itself, editable.
ensure_environment() {
  if [[ -x $(venv_python) ]] && { is_current "$1" || { [[ $1 == run ]] && is_current dev; }; } 2>/dev/null; then return; fi
  make_venv
  rm -f "$venv"/lichain-*.stamp "$venv/install.log"
  say "Installing $(grep -c '^[^ #].*==' "$root/requirements/$1.lock") pinned packages (a minute or two the first time)"
  pip_install --require-hashes -r "$root/requirements/$1.lock" || install_failed
  pip_install --no-deps --no-build-isolation -e "$root" || install_failed
  stamp "$1" >"$venv/lichain-$1.stamp"
}
