"""Settings that every mode shares. What differs stands in `development.py`, `production.py` and `test.py`.

Everything that an operator may set comes from the environment and is listed in `docs/settings.md`.
"""

from datetime import timedelta
from urllib.parse import urlsplit

import environ
from csp.constants import NONCE, NONE, SELF

from config.paths import BASE_DIR, data_dir
from config.postgres.binaries import pg_dump_candidates
from config.postgres.settings import database_settings
from config.settings.secret_key import secret_key
from schools.middleware.static_headers import add_headers

env = environ.Env()
DATA_DIR = data_dir()
PORT = env.int("PORT", default=8000)
SECRET_KEY = secret_key(DATA_DIR, env.str("SECRET_KEY", default=""))
DEBUG = False

# Hosts: the public site, one host for each school, and the run origin where student code runs.
SCHEME = env.str("SCHEME", default="https")
BASE_DOMAIN = env.str("BASE_DOMAIN", default="localhost")
PORT_SUFFIX = env.str("PORT_SUFFIX", default="")  # ":8000" where the port shows in addresses
RUN_ORIGIN = env.str("RUN_ORIGIN", default=f"{SCHEME}://run.{BASE_DOMAIN}{PORT_SUFFIX}").rstrip("/")
RUN_HOST = urlsplit(RUN_ORIGIN).netloc
EXTRA_HOSTS = env.list("EXTRA_HOSTS", default=[])  # schools' own hosts outside BASE_DOMAIN
APPLICATION_ORIGINS = [
    f"{SCHEME}://{host}{PORT_SUFFIX}" for host in (f"*.{BASE_DOMAIN}", BASE_DOMAIN, *EXTRA_HOSTS)
]
OFFLINE = env.bool("OFFLINE", default=True)  # devices keep pages for times without a network
ALLOWED_HOSTS = [f".{BASE_DOMAIN}", urlsplit(RUN_ORIGIN).hostname, *EXTRA_HOSTS]

# Schools: School and Domain are public, everything else stands in each school's schema.
TENANT_MODEL = "schools.School"
TENANT_DOMAIN_MODEL = "schools.Domain"
TENANT_LIMIT_SET_CALLS = True
SHARED_APPS = ["django_tenants", "schools", "runtime_static", "django.contrib.staticfiles"]
TENANT_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "accounts",
    "accounts.apps.BackOfficeConfig",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.mfa",
    "projects",
    "exercises",
    "assessment",
]
INSTALLED_APPS = [*SHARED_APPS, *TENANT_APPS, "csp"]
ROOT_URLCONF = "config.urls_school"
PUBLIC_SCHEMA_URLCONF = "config.urls_public"
RUN_URLCONF = "config.urls_run"
DATABASES = {"default": database_settings(DATA_DIR, env.str("DATABASE_URL", default=""))}
PG_DUMP_CANDIDATES = pg_dump_candidates()
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "KEY_FUNCTION": "django_tenants.cache.make_key",
        "REVERSE_KEY_FUNCTION": "django_tenants.cache.reverse_key",
    }
}

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "schools.middleware.head.HeadMiddleware",
    "csp.middleware.CSPMiddleware",
    "schools.middleware.headers.IsolationHeadersMiddleware",
    "schools.middleware.requests.RequestShapeMiddleware",
    "schools.middleware.health.HealthMiddleware",
    "schools.middleware.static.StaticFilesMiddleware",
    "schools.middleware.run_origin.RunOriginMiddleware",
    "schools.middleware.school.SchoolMiddleware",
    "schools.middleware.origins.ForeignOriginMiddleware",
    "schools.middleware.sessions.SchoolSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.PersonHeaderMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accounts.middleware.PasswordChangeMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "schools.context_processors.school",
            ]
        },
    }
]
WSGI_APPLICATION = "config.wsgi.application"

# Signing in.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "accounts.backends.PersonBackend",
]
PASSWORD_HASHERS = [
    "accounts.hashers.SchoolArgon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "accounts.hashers.CodeHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {"login": "accounts.forms.SignInForm", "change_password": "accounts.forms.NewPasswordForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_CONFIRMATION_HMAC = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/accounts/login/"
# A whole school signs in from one address at nine o'clock; guessing is axes' business, by name and address.
ACCOUNT_RATE_LIMITS = {"login": "1200/m/ip", "login_failed": "600/m/ip"}
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=10)
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "accounts.lockout.attempted_name"
AXES_CLIENT_IP_CALLABLE = "accounts.addresses.client_address"
AXES_LOCKOUT_CALLABLE = "accounts.lockout.locked_page"
AXES_DISABLE_ACCESS_LOG = True  # who signed in when and from where is nobody's business
PROXY_COUNT = env.int("PROXY_COUNT", default=0)  # proxies of ours in front of gunicorn
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

SESSION_ENGINE = "schools.sessions"
SIGNING_BACKEND = "schools.signing.SchoolSigner"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "schools.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Static files: ours hashed and immutable; what others wrote stands in VENDOR_ROOT under names with a version.
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
VENDOR_URL = "/vendor/"
VENDOR_ROOT = DATA_DIR / "vendor"
# What these programs import comes with the start of Python.
FIRST_PROGRAMS = BASE_DIR / "projects" / "demo"
RUNTIME_PACKAGES_DIR = env.str("RUNTIME_PACKAGES_DIR", default="")
RUNTIME_CDN = env.str("RUNTIME_CDN", default="https://cdn.jsdelivr.net/pyodide/v{version}/full/")
# Pure-Python packages for requirements.txt of projects: from where, and whether at all.
PYTHON_PACKAGE_INDEX = env.str("PYTHON_PACKAGE_INDEX", default="")
PACKAGE_INSTALLS = env.bool("PACKAGE_INSTALLS", default=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "runtime_static.storage.ModuleStaticFilesStorage"},
}
WHITENOISE_ADD_HEADERS_FUNCTION = add_headers
WHITENOISE_ALLOW_ALL_ORIGINS = False  # every page loads its files from its own host

# What students see of verdicts: exercises must not import assessment, so it is named here.
VERIFIED_RESULTS = "assessment.queries.verified_results"
# And which assignment a project is work for.
ASSIGNED_TO = "assessment.queries.assigned_to"

# Links on a class's page to apps that accounts must not import: {"label", "route"}. The class's id is the route's
# argument, or stands in the query under the name that "query" gives.
CLASSROOM_LINKS: list[dict[str, str]] = [
    {"label": "Assignments", "route": "admin:assessment_assignment_changelist", "query": "class"},
    {"label": "Gradebook", "route": "assessment:gradebook"},
]

# Headers.
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],  # the editor writes its styles into one element
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [RUN_ORIGIN],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.str("TIME_ZONE", default="Europe/London")
USE_I18N = True
USE_TZ = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024  # a 10 MB file in base64, and a little more
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2500  # a class of 2,000 with every student ticked
MAX_REQUEST_BYTES = 24 * 1024 * 1024  # refused by the length that the request declares, unread
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"one_line": {"()": "schools.logs.OneLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["one_line"]}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
    # Django's own handlers would write every line again, and mail a traceback to ADMINS for every odd Host header.
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
