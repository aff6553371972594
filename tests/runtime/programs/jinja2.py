"""A web page from a template."""

from jinja2 import Environment

template = Environment(autoescape=True).from_string(
    "<h1>{{ title|upper }}</h1>{% for name in names if name %}<li>{{ loop.index }}. {{ name }}</li>{% endfor %}"
)
print(template.render(title="Class 1a", names=["Ada", "", "<b>Alan</b>"]))

# Prints:
# <h1>CLASS 1A</h1><li>1. Ada</li><li>2. &lt;b&gt;Alan&lt;/b&gt;</li>
