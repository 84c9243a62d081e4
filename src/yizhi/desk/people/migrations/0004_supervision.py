
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from yizhi.desk.record.marks import mark, unmark


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_signing_in'),
    ]

    operations = [
        migrations.AlterField(
            model_name='appointment',
            name='role',
            field=models.CharField(choices=[('officer', '执法人员'), ('captain', '片区队长'), ('approver', '负责人'), ('reviewer', '法制审核人员'), ('liaison', '联络员'), ('justice', '司法行政部门'), ('supervisor', '行政执法监督人员'), ('justice_office', '司法所'), ('establishment', '机构编制部门'), ('administrator', '系统管理员')], max_length=16, verbose_name='职责'),
        ),
        migrations.CreateModel(
            name='SupervisionCertificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fact', models.CharField(max_length=64, verbose_name='事实编号')),
                ('valid_from', models.DateField(verbose_name='起')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='止（不含）')),
                ('recorded_at', models.DateTimeField(verbose_name='何时知道')),
                ('superseded_at', models.DateTimeField(blank=True, null=True, verbose_name='何时被更正')),
                ('recorded_by', models.CharField(blank=True, max_length=64, verbose_name='谁记的')),
                ('number', models.CharField(max_length=64, verbose_name='证号')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='监督人员')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['fact', 'recorded_at'], name='people_supe_fact_df07a1_idx')],
            },
        ),
        migrations.RunPython(mark('accounts', 'people_supervisioncertificate'), unmark('people_supervisioncertificate')),
    ]
