# `make run` serves Codeyard on this machine; `make test` checks everything. What they do stands in config/setup/.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$name"; break; }; done)
SETUP = @$(or $(PYTHON),python3) -m config.setup

.PHONY: run test serve prepare lint format types bench school pictures lock clean-demo clean help

run: ## Serve with a demo school on http://localhost:8000/ (PORT=… for another port)
	$(SETUP) run

test: ## Run everything that is checked, browser tests included
	$(SETUP) test $(ARGS)

serve: ## Serve with production settings, behind a reverse proxy (docs/install.md)
	$(SETUP) serve

prepare: ## Install and migrate for production, without serving (docs/upgrade.md)
	$(SETUP) prepare

lint: ## Check style and the import arrows
	$(SETUP) lint

format: ## Put every Python file into one style
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

types: ## Check the types of Python and JavaScript
	$(SETUP) types

bench: ## Run the benchmarks (ARGS="schools" for one of them)
	$(SETUP) bench $(ARGS)

school: ## Open another school: make school NAME=north TITLE="North High School"
	@CODEYARD_MODE=$(or $(CODEYARD_MODE),development) .venv/bin/python manage.py open_school "$(NAME)" "$(TITLE)"

pictures: ## Take the pictures of the documentation again
	@.venv/bin/python -m docs.pictures.take

lock: ## Pin the Python packages again from requirements*.in
	$(SETUP) lock

clean-demo: ## Delete the demo school and all its work; `make run` makes a new one
	@CODEYARD_MODE=development .venv/bin/python manage.py delete_school demo --confirm demo

clean: ## Remove what is installed in this folder; DATA_DIR and its database stay
	@rm -rf .venv node_modules .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

help: ## Show this list
	@sed -n 's/^\([a-z-]*\): ## /\1\t/p' Makefile
