{{/* Where a kind of state is kept: pass root and folder. */}}
{{- define "brisket.stateUri" -}}
{{- $storage := .root.Values.storage -}}
{{- $base := eq $storage.kind "s3" | ternary (trimSuffix "/" $storage.s3.uri) "file:///opt/flink/state" -}}
{{ printf "%s/%s" $base .folder }}
{{- end }}

{{/* What Flink 2.3 needs of JDK 17, as in job/src/main/dist/jvm-options. */}}
{{- define "brisket.jvmOptions" -}}
--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED
{{- range list "java.io" "java.lang" "java.lang.reflect" "java.net" "java.nio" "java.text" "java.time" "java.util" "java.util.concurrent" "java.util.concurrent.atomic" "java.util.concurrent.locks" "sun.nio.ch" }} --add-opens=java.base/{{ . }}=ALL-UNNAMED
{{- end }} -Djava.util.concurrent.ForkJoinPool.common.parallelism=2
{{- end }}

{{/* Options that the job's correctness or this chart depends on: flink.configuration may not touch them. */}}
{{- define "brisket.fixedOptions" -}}
{{- $flink := .Values.flink -}}
# The number of key groups; savepoints depend on it.
pipeline.max-parallelism: "720"
pipeline.generic-types: "false"
execution.checkpointing.mode: EXACTLY_ONCE
execution.checkpointing.interval: {{ $flink.checkpointInterval | quote }}
execution.checkpointing.timeout: {{ $flink.checkpointTimeout | quote }}
execution.checkpointing.num-retained: {{ $flink.retainedCheckpoints | quote }}
execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
execution.checkpointing.incremental: "true"
execution.checkpointing.dir: {{ include "brisket.stateUri" (dict "root" . "folder" "checkpoints") }}
execution.checkpointing.savepoint-dir: {{ include "brisket.stateUri" (dict "root" . "folder" "savepoints") }}
state.backend.type: rocksdb
high-availability.type: kubernetes
high-availability.storageDir: {{ include "brisket.stateUri" (dict "root" . "folder" "ha") }}
io.tmp.dirs: /tmp
taskmanager.numberOfTaskSlots: "1"
jobmanager.scheduler: adaptive
env.java.opts.all: {{ include "brisket.jvmOptions" . | quote }}
# Nobody uploads code or cancels the job through the dashboard.
web.submit.enable: "false"
web.cancel.enable: "false"
# Fixed ports, so that policies can name them.
rest.port: "8081"
blob.server.port: "6124"
jobmanager.rpc.port: "6123"
taskmanager.rpc.port: "6122"
taskmanager.data.port: "6121"
metrics.internal.query-service.port: "6125"
metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
metrics.reporter.prom.port: {{ .Values.monitoring.port | quote }}
{{- if eq .Values.storage.kind "s3" }}
{{- with .Values.storage.s3.endpoint }}
s3.endpoint: {{ . | quote }}
{{- end }}
s3.path.style.access: {{ .Values.storage.s3.pathStyleAccess | quote }}
{{- end }}
{{- if eq .Values.mode "operator" }}
{{ include "brisket.operatorOptions" . }}
{{- else }}
{{ include "brisket.standaloneOptions" . }}
{{- end }}
{{- end }}

{{- define "brisket.operatorOptions" -}}
{{- $scaling := .Values.scaling -}}
{{- with $scaling.operator -}}
job.autoscaler.enabled: {{ $scaling.enabled | quote }}
job.autoscaler.vertex.min-parallelism: {{ $scaling.min | quote }}
job.autoscaler.vertex.max-parallelism: {{ $scaling.max | quote }}
job.autoscaler.utilization.target: {{ .targetUtilization | quote }}
job.autoscaler.utilization.max: {{ .scaleUpAbove | quote }}
job.autoscaler.utilization.min: {{ .scaleDownBelow | quote }}
job.autoscaler.scale-up.max-factor: {{ .maxScaleUp | quote }}
job.autoscaler.scale-down.max-factor: {{ .maxScaleDown | quote }}
job.autoscaler.stabilization.interval: {{ .stabilization | quote }}
job.autoscaler.metrics.window: {{ .metricsWindow | quote }}
{{- end }}
kubernetes.operator.savepoint.format.type: NATIVE
kubernetes.operator.periodic.savepoint.interval: {{ .Values.operator.savepointInterval | quote }}
kubernetes.operator.savepoint.history.max.count: {{ .Values.operator.savepointsKept | quote }}
{{- end }}

{{- define "brisket.standaloneOptions" -}}
scheduler-mode: REACTIVE
kubernetes.namespace: {{ .Release.Namespace }}
# A new generation is a new cluster to high availability, so that the old job graph is not recovered.
kubernetes.cluster-id: {{ include "brisket.name" . }}-{{ .Values.standalone.generation }}
high-availability.cluster-id: {{ include "brisket.name" . }}-{{ .Values.standalone.generation }}
# A stopped job leaves its JobManager running: its pod would otherwise start again and again.
execution.shutdown-on-application-finish: "false"
jobmanager.bind-host: 0.0.0.0
taskmanager.bind-host: 0.0.0.0
rest.bind-address: 0.0.0.0
jobmanager.memory.process.size: {{ include "brisket.flinkMemory" .Values.jobManager.memory }}
taskmanager.memory.process.size: {{ include "brisket.flinkMemory" .Values.taskManager.memory }}
{{- end }}

{{/* Sane values that flink.configuration may replace. */}}
{{- define "brisket.defaultOptions" -}}
restart-strategy.type: exponential-delay
restart-strategy.exponential-delay.initial-backoff: 1 s
restart-strategy.exponential-delay.max-backoff: 1 min
restart-strategy.exponential-delay.attempts-before-reset-backoff: {{ .Values.flink.restartAttempts | quote }}
execution.checkpointing.tolerable-failed-checkpoints: "3"
execution.checkpointing.local-backup.enabled: "true"
{{- if eq .Values.mode "standalone" }}
# Each change of the number of TaskManagers restarts the job: gather them.
jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling: 2 min
{{- end }}
{{- end }}

{{/* All options of Flink, as YAML with text values. */}}
{{- define "brisket.flinkOptions" -}}
{{- $fixed := include "brisket.fixedOptions" . | fromYaml -}}
{{- $options := include "brisket.defaultOptions" . | fromYaml -}}
{{- range $key, $value := .Values.flink.configuration -}}
{{- if hasKey $fixed $key -}}
{{- fail (printf "flink.configuration: %s is set by the chart, must be left out" $key) -}}
{{- end -}}
{{- $_ := set $options $key (toString $value) -}}
{{- end -}}
{{- merge $options $fixed | toYaml -}}
{{- end }}
