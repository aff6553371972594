"""Why packages cannot be had. Each text is one plain sentence for the person who pressed Run."""


class RequirementsError(Exception):
    """Something in requirements.txt cannot work."""


class IndexAwayError(Exception):
    """The package index does not answer, or not in a way that can be used."""


class BusyError(Exception):
    """Another project's packages are being looked up; asking again in a moment helps."""
