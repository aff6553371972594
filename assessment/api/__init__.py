"""What pages ask for: Progress while it verifies (`docs/checks.md`, section “Verifying”), and the marking screen
(`docs/architecture.md`).
"""
