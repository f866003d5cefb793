# Needs GNU make (3.81 or later) and Python 3.11 or later; everything else is set up in this
# folder, from lists that name each package's hash.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)
BROWSERS ?= 2

export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help serve build test check bench scripts lock sbom clean setup setup-dev setup-export browser nginx \
	type check-python check-js check-workflows check-course test-unit test-runtime test-browser \
	test-firefox

help: ## Show this list
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | \
	while IFS='|' read -r name what; do printf '  make %-13s %s\n' "$$name" "$$what"; done

serve: setup ## Open the course in a browser, and again after every change
	$(BIN)/coursewright serve --open

build: setup ## Write the site to site/
	$(BIN)/coursewright build

check: check-python check-js check-workflows check-course ## Lint, check types, and check the course and its links

test: check test-unit test-runtime test-browser test-firefox ## Run every check and every test

bench: setup-dev ## Measure the generator and the site
	$(BIN)/python -m bench

scripts: node_modules/dev.stamp ## Build what pages load of the scripts, after they were changed
	node tools/scripts.mjs

lock: setup-dev ## Renew the lists of dependencies (UPGRADE=1: to the newest versions)
	$(COMPILE) pyproject.toml requirements/base.in -o requirements/base.txt
	$(COMPILE) pyproject.toml requirements/base.in --extra export -c requirements/base.txt -o requirements/export.txt
	$(COMPILE) requirements/dev.in -o requirements/dev.txt
	npm $(if $(UPGRADE),update,install) --package-lock-only --ignore-scripts

sbom: setup-dev ## Write the list of all packages, for security reviews, to dist/
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)} $(BIN)/python -m tools.sbom

clean: ## Remove what was built (not .venv and node_modules)
	rm -rf site dist build .cache .coursewright .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find macros tests tools bench -type d -name __pycache__ -prune -exec rm -rf {} +

setup: $(VENV)/base.stamp ## Install what runs the site
setup-export: $(VENV)/export.stamp ## Install what makes PDF and slides
setup-dev: $(VENV)/dev.stamp ## Install what checks and tests it

check-python: setup-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

check-js: node_modules/dev.stamp
	node_modules/.bin/tsc -p tsconfig.json
	node_modules/.bin/tsc -p tests/runtime/tsconfig.json
	node_modules/.bin/tsc -p tests/browser/tsconfig.json

check-workflows: setup-dev
	$(BIN)/zizmor --quiet --offline --persona pedantic --strict-collection .github \
		macros/coursewright/starter/dot-github/workflows/site.yml

check-course: setup
	$(BIN)/coursewright check --links

test-unit: setup-dev nginx type ## Run the Python tests that need no browser
	$(BIN)/python -m pytest -m "not browser" -n auto

test-runtime: node_modules/dev.stamp ## Run the browser runtime's tests in Node.js
	node --test tests/runtime/*.test.mjs

test-browser: setup-dev browser node_modules/dev.stamp ## Run what a person does, in a real browser
	$(BIN)/python -m pytest -m browser -n $(BROWSERS) --dist worksteal tests/browser

test-firefox: setup-dev browser node_modules/dev.stamp ## Run what is told apart by browsers in Firefox, too
	BROWSER=firefox $(BIN)/python -m pytest -m "browser and firefox" -n $(BROWSERS) \
		--dist worksteal tests/browser

type:
	@$(BIN)/python -m tools.printing

browser: setup-dev
	@$(BIN)/python -m tools.browser chromium firefox
	@$(BIN)/python -m tools.java

nginx: setup-dev
	@$(BIN)/python -m tools.nginx

# An interpreter that an update took away leaves a folder behind that only looks like one.
$(VENV)/base.stamp: requirements/base.txt pyproject.toml
	@$(BIN)/python -c '' 2>/dev/null || sh tools/make-venv.sh $(VENV)
	@echo "Installing what runs the site into $(VENV); the first time takes a minute."
	$(PIP) install --require-hashes -r requirements/base.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/export.stamp: $(VENV)/base.stamp requirements/export.txt
	$(PIP) install --require-hashes -r requirements/export.txt
	@$(BIN)/python -m tools.printing
	@touch $@

$(VENV)/dev.stamp: $(VENV)/base.stamp requirements/dev.txt
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

node_modules/dev.stamp: package.json package-lock.json
	@sh tools/need-node.sh
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
