"""What the Progress page asks for while it verifies. Shapes stand in `docs/checks.md`, section “Verifying”."""
