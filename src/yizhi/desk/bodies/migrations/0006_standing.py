"""Who is confirmed as a subject of enforcement, and which decisions concentrate power. Bodies from before stand without a row."""

import django.db.models.deletion
from django.db import migrations, models

from yizhi.desk.record.marks import mark, unmark

TABLES = ("bodies_concentratedpower", "bodies_subjectstanding")


class Migration(migrations.Migration):

    dependencies = [
        ('bodies', '0005_payee_address'),
    ]

    operations = [
        migrations.CreateModel(
            name='ConcentratedPower',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fact', models.CharField(max_length=64, verbose_name='事实编号')),
                ('valid_from', models.DateField(verbose_name='起')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='止（不含）')),
                ('recorded_at', models.DateTimeField(verbose_name='何时知道')),
                ('superseded_at', models.DateTimeField(blank=True, null=True, verbose_name='何时被更正')),
                ('recorded_by', models.CharField(blank=True, max_length=64, verbose_name='谁记的')),
                ('domains', models.JSONField(default=list, verbose_name='哪些领域')),
                ('decided_by', models.CharField(choices=[('state_council', '国务院'), ('province', '省、自治区、直辖市人民政府')], max_length=16, verbose_name='谁决定')),
                ('instrument', models.CharField(max_length=128, verbose_name='决定的名称和文号')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='concentrations', to='bodies.body', verbose_name='机关')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['fact', 'recorded_at'], name='bodies_conc_fact_b0c63e_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('decided_by__in', ['state_council', 'province'])), name='concentration_decided_above')],
            },
        ),
        migrations.CreateModel(
            name='SubjectStanding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fact', models.CharField(max_length=64, verbose_name='事实编号')),
                ('valid_from', models.DateField(verbose_name='起')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='止（不含）')),
                ('recorded_at', models.DateTimeField(verbose_name='何时知道')),
                ('superseded_at', models.DateTimeField(blank=True, null=True, verbose_name='何时被更正')),
                ('recorded_by', models.CharField(blank=True, max_length=64, verbose_name='谁记的')),
                ('confirmed_by', models.CharField(blank=True, max_length=64, verbose_name='确认机关')),
                ('document', models.CharField(blank=True, max_length=128, verbose_name='确认文件')),
                ('announced_on', models.DateField(blank=True, null=True, verbose_name='公示日')),
                ('announced_where', models.CharField(blank=True, max_length=128, verbose_name='公示的地方')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standings', to='bodies.body', verbose_name='机关')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['fact', 'recorded_at'], name='bodies_subj_fact_4c9ce2_idx')],
            },
        ),
        migrations.RunPython(mark("bodies", *TABLES), unmark(*TABLES)),
    ]
