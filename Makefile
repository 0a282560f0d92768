# What people and CI do with the project. Everything is set up by itself, in .venv.

PYTHON ?= python3
BIN := .venv/bin
SET_UP := .venv/set-up

.PHONY: demo test check docs reference bench mutants screens clean

demo: $(SET_UP)  ## make the sample logbook and show what it says for two dates
	@$(BIN)/vaerebro demo demo/logbog.db

test: $(SET_UP)  ## pass the tests
	@$(BIN)/python -m pytest -n 2 --dist loadfile --cov --cov-report=term --cov-fail-under=95
	@$(BIN)/coverage report --include='*/domain/*,*/projections/*' --fail-under=100

check: $(SET_UP)  ## style, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/basedpyright
	$(BIN)/lint-imports

bench: $(SET_UP)  ## measure speed and memory, as ratios within one run
	$(BIN)/python bench/bench.py

mutants: $(SET_UP)  ## change the pure layers in small ways; show what no test notices (only="domain.calendar ...")
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[mutants]'
	$(BIN)/python tests/mutation/run.py $(only)

docs: $(SET_UP)  ## build the site of docs/ into docs/_build, without a warning
	$(BIN)/python -m sphinx -W --keep-going -n -q -b html docs docs/_build
	@echo "open docs/_build/index.html"

reference: $(SET_UP)  ## write the pages of docs/reference anew that are made from the code
	cd tests && ../$(BIN)/python -m reference_pages

screens: $(SET_UP)  ## write tests/screens/ anew: what every command shows at a terminal
	cd tests && ../$(BIN)/python kept_screens.py

$(SET_UP): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[check]'
	@touch $@

clean:
	rm -rf .venv demo docs/_build mutants
