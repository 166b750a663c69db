#!/usr/bin/env bash
exec "$PYTHON" -c 'import sys; from communique.cli import main; sys.exit(main())' "$@"
