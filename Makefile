# The commands of the repository; `make` alone lists them. The work is done in scripts/.
# ALMANAC_HOST, ALMANAC_PORT, ALMANAC_DATA_DIR and the other settings pass through to the server.
.DEFAULT_GOAL := help
.SUFFIXES:
MAKEFLAGS += --no-print-directory
ROOT := $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))
INSTALL := cd '$(ROOT)' && scripts/python -m scripts.install
TOOL := cd '$(ROOT)' && exec .venv/bin

.PHONY: help run test check fmt dev api bench demo lock clean

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' '$(ROOT)/Makefile' | awk -F'|' '{ printf "  %-12s %s\n", $$1, $$2 }'

run: ## install, build what is stale, serve on http://localhost:8000
	@$(INSTALL) run && scripts/python -m scripts.web_app build
	@$(TOOL)/almanac serve

test: ## everything a change must pass
	@$(INSTALL) test && scripts/python -m scripts.web_app packages
	@$(TOOL)/python -m scripts.checks test

check: ## the fast part of it, for while you work
	@$(INSTALL) test && scripts/python -m scripts.web_app packages
	@$(TOOL)/python -m scripts.checks check

fmt: ## format everything, and mend what the linters can mend
	@$(INSTALL) test && scripts/python -m scripts.web_app packages
	@cd '$(ROOT)' && .venv/bin/ruff check --fix-only && .venv/bin/ruff format && scripts/pnpm run fmt

dev: ## serve with reload: the server on ALMANAC_PORT (8000), the web app on 5173
	@$(INSTALL) test && scripts/python -m scripts.web_app packages
	@$(TOOL)/python -m scripts.dev

api: ## write openapi.json and the web app's client anew
	@$(INSTALL) test && scripts/python -m scripts.web_app packages
	@$(TOOL)/python -m scripts.openapi

bench: ## measure the figures; ARGS="..." passes options on
	@$(INSTALL) test && scripts/python -m scripts.web_app build
	@$(TOOL)/python bench/run.py $(ARGS)

demo: ## add an account with two years of believable data
	@$(INSTALL) run
	@$(TOOL)/almanac demo $(ARGS)

lock: ## write requirements/*.lock anew; ARGS=--upgrade takes newer releases
	@$(INSTALL) run
	@cd '$(ROOT)' && scripts/lock $(ARGS)

clean: ## remove what the commands made, except your data
	@cd '$(ROOT)' && rm -rf .tools .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache \
	  build dist web/node_modules web/.cache web/test-results web/playwright-report src/almanac/web_dist \
	  src/almanac/typesetting/faces
