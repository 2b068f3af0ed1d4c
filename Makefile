# `make report` and `make test` do everything on a fresh Debian or Ubuntu with a Swift 6.1+ toolchain.

PROGRAM := .build/release/training-report
# Further options of the command that a target ends with: make test FLAGS='--filter TickLocatorTests'
FLAGS :=

.PHONY: report test check build setup lint format clean

report: build  ## train both models, write results/
	$(PROGRAM) run --output results $(FLAGS)

test: setup    ## all tests
	swift test $(FLAGS)

check: test lint  ## before each commit; .ci/run has the rest

# The Swift runtime is linked in, so that the program runs where no Swift is installed.
build: setup
	swift build -c release --static-swift-stdlib --product training-report

setup:         # installs the Debian packages that are missing
	@Scripts/install-packages

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks Examples

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks Examples

clean:
	rm -rf .build
