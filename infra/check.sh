#!/bin/sh
# Compiles and lints everything in this folder. Any diagnostic, a warning too, is a failure; so is a check that cannot run.
set -eu
cd "$(dirname "$0")"

dotnet restore tools/bicep.csproj -v:quiet
bicep=$(dotnet msbuild tools/bicep.csproj -getProperty:BicepPath | tr '\\' '/')
# Packages do not carry the executable bit to every machine.
[ -x "$bicep" ] || chmod +x "$bicep"
"$bicep" --version

failed=0
checked=0

check() {
  checked=$((checked + 1))
  # The compiled template goes nowhere; the diagnostics are on standard error.
  if ! said=$("$bicep" "$@" 2>&1 >/dev/null) || [ -n "$said" ]; then
    printf '%s\n%s\n' "bicep $* failed:" "$said" >&2
    failed=1
  fi
}

unformatted() {
  ! "$bicep" format "$1" --stdout | cmp -s - "$1"
}

for file in *.bicep; do
  check build "$file" --stdout
  check lint "$file"
done
for file in *.bicepparam; do
  check build-params "$file" --stdout
  check lint "$file"
done
for file in *.bicep *.bicepparam; do
  if unformatted "$file"; then
    echo "$file is not formatted: run bicep format." >&2
    failed=1
  fi
done

[ "$failed" -eq 0 ] || exit 1
echo "infra: $checked checks, no warning"
