"""The saving API. Its addresses, shapes and errors stand in `docs/architecture.md`, section “Saving”."""
