
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('papers', '0004_papers_of_no_town'),
        ('places', '0002_marks'),
    ]

    operations = [
        migrations.AlterField(
            model_name='evidence',
            name='town',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.town', verbose_name='镇（街道）'),
        ),
    ]
