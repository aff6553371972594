from django.db import migrations, models

import accounts.codes


def give_codes(apps, schema_editor):
    """Each class that is there gets a code of its own."""
    Classroom = apps.get_model("accounts", "Classroom")
    for pk in Classroom.objects.values_list("pk", flat=True):
        Classroom.objects.filter(pk=pk).update(join_code=accounts.codes.new_code())


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.AlterField("classroom", "name", models.CharField(max_length=100)),
        migrations.AddConstraint(
            "classroom",
            models.UniqueConstraint(
                condition=models.Q(archived=False),
                fields=["name"],
                name="classroom_name_once",
                violation_error_message="There is a class with this name.",
            ),
        ),
        migrations.AddField(
            "classroom",
            "joining_open",
            models.BooleanField(default=True, editable=False, verbose_name="students may join"),
        ),
        migrations.AddField("classroom", "join_code", models.CharField(editable=False, max_length=9, null=True)),
        migrations.RunPython(give_codes, migrations.RunPython.noop, elidable=False),
        migrations.AlterField(
            "classroom",
            "join_code",
            models.CharField(default=accounts.codes.new_code, editable=False, max_length=9, unique=True),
        ),
    ]
