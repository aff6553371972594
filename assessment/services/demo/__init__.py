"""The assignments of the demo school, and what its class has done with them."""

from assessment.services.demo.story import fill_demo_assignments

__all__ = ["fill_demo_assignments"]
