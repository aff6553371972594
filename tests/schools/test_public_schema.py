"""What stands in the public schema: schools and hosts, nobody and nothing of anybody."""

from django.apps import apps
from django.conf import settings
from django.db import connection

PUBLIC_TABLES = {"django_migrations", "schools_domain", "schools_school"}


def tables(schema):
    """The tables of a schema."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [schema])
        return {name for (name,) in cursor.fetchall()}


def names(config):
    """The two ways in which settings may name an app."""
    return {config.name, f"{type(config).__module__}.{type(config).__name__}"}


def test_public_schema_holds_schools_and_hosts_only(db):
    assert tables("public") == PUBLIC_TABLES


def test_everything_else_stands_in_each_school(north, south):
    expected = {
        model._meta.db_table
        for config in apps.get_app_configs()
        if names(config) & {*settings.TENANT_APPS}
        for model in config.get_models(include_auto_created=True)
    }

    assert tables("north") == expected | {"django_migrations"}
    assert tables("south") == tables("north")


def test_no_app_is_forgotten():
    placed = {*settings.SHARED_APPS, *settings.TENANT_APPS}
    with_tables = [config for config in apps.get_app_configs() if list(config.get_models())]

    assert [config.name for config in with_tables if not names(config) & placed] == []


def test_no_foreign_key_leaves_its_schema(north, south):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_constraint JOIN pg_class there ON confrelid = there.oid "
            "WHERE contype = 'f' AND there.relnamespace <> connamespace"
        )
        assert cursor.fetchone() == (0,)
