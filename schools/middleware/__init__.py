"""What happens to every request before an app sees it; the order stands in `docs/architecture.md`."""
