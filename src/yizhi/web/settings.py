"""Settings of one installation. Everything a deployer may change is an environment variable named YIZHI_…; see docs."""

import sys
from pathlib import Path

from . import environment

try:
    import pysqlite3  # a newer SQLite than most systems ship; see docs/decisions/0001-parts.md

    sys.modules["sqlite3"] = pysqlite3
except ImportError:
    pass

HERE = Path(__file__).parent
HOME = environment.home()
DEMO = environment.flag("YIZHI_DEMO")
DEBUG = environment.flag("YIZHI_DEBUG")
SECRET_KEY = environment.secret(HOME)
ALLOWED_HOSTS = environment.text("YIZHI_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in environment.text("YIZHI_ORIGINS").split(",") if origin]
SECURE = environment.flag("YIZHI_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None

ROOMS = [
    "record",
    "places",
    "bodies",
    "people",
    "rulings",
    "matters",
    "parties",
    "papers",
    "leads",
    "inspections",
    "cases",
    "batches",
    "supervision",
    "disclosure",
]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    *(f"yizhi.desk.{room}.apps.Room" for room in ROOMS),
    "yizhi.web.apps.Roof",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "yizhi.web.middleware.headers",
    "yizhi.web.middleware.one_look_for_readers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "yizhi.web.readable.readable",
    "yizhi.web.middleware.identity",
    "yizhi.web.middleware.refusals",
]
ROOT_URLCONF = "yizhi.web.urls"
WSGI_APPLICATION = "yizhi.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [HERE / "templates", *(HERE.parent / "desk" / room / "templates" for room in ROOMS)],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "yizhi.web.jinja.site",
            "context_processors": ["yizhi.desk.people.frame.for_page"],
        },
    }
]
DATABASES = {"default": environment.database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["yizhi.desk.people.sign_in.Backend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
SESSION_ENGINE = "yizhi.web.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "SAMEORIGIN"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static"]
# Static files are served from the package itself; nothing is collected.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

EVIDENCE_ROOT = HOME / "evidence"
EVIDENCE_MAX_BYTES = 200 * 1024 * 1024
PAPER_FONTS = environment.text("YIZHI_FONTS", str(HOME / "fonts"))
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_TEMP_DIR = None
COUNTY = environment.text("YIZHI_COUNTY", "510681")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": environment.text("YIZHI_LOG", "WARNING")},
}
