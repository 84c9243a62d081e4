
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('bodies', '0004_never_an_office'),
        ('cases', '0005_running_limits'),
        ('record', '0003_marks'),
    ]

    operations = [
        migrations.CreateModel(
            name='YearPlan',
            fields=[
                ('dossier', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='record.dossier', verbose_name='案卷')),
                ('year', models.PositiveSmallIntegerField(unique=True, verbose_name='年')),
                ('lines', models.JSONField(default=list, verbose_name='安排')),
            ],
        ),
        migrations.CreateModel(
            name='SupervisionMatter',
            fields=[
                ('dossier', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='record.dossier', verbose_name='案卷')),
                ('source', models.CharField(max_length=16, verbose_name='从哪里来')),
                ('words', models.CharField(max_length=200, verbose_name='反映什么')),
                ('stage', models.CharField(max_length=32, verbose_name='阶段')),
                ('ended', models.BooleanField(default=False, verbose_name='已办结')),
                ('told', models.BooleanField(default=False, verbose_name='已向机关制发文书')),
                ('reported', models.BooleanField(default=False, verbose_name='已报请政府')),
                ('objected', models.BooleanField(default=False, verbose_name='有异议等处理')),
                ('answer_by', models.DateField(null=True, verbose_name='报送期限')),
                ('registered_on', models.DateField(verbose_name='登记日')),
                ('last_act', models.CharField(max_length=48, verbose_name='最后行为')),
                ('last_at', models.DateTimeField(verbose_name='最后行为时间')),
                ('demo', models.BooleanField(default=False, verbose_name='演示')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body', verbose_name='被监督机关')),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='案件')),
            ],
            options={
                'indexes': [models.Index(fields=['body', '-dossier'], name='matter_body'), models.Index(fields=['ended', 'answer_by'], name='matter_due')],
            },
        ),
    ]
