{{/* The name of every object; short enough for what the Flink operator derives from it. */}}
{{- define "brisket.name" -}}
{{- $release := .Release.Name -}}
{{- $name := contains .Chart.Name $release | ternary $release (printf "%s-%s" $release .Chart.Name) -}}
{{- .Values.fullnameOverride | default $name | trunc 40 | trimSuffix "-" -}}
{{- end }}

{{/* What selects the pods of this release. */}}
{{- define "brisket.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "brisket.labels" -}}
{{ include "brisket.selector" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "brisket.image" -}}
{{- with .Values.image -}}
{{- if .digest -}}
{{ printf "%s@%s" .repository .digest }}
{{- else -}}
{{ printf "%s:%s" .repository (.tag | default $.Chart.AppVersion) }}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "brisket.serviceAccount" -}}
{{ .Values.serviceAccount.name | default (include "brisket.name" .) }}
{{- end }}

{{/* 4Gi as Flink writes it: 4g. */}}
{{- define "brisket.flinkMemory" -}}
{{ . | replace "Gi" "g" | replace "Mi" "m" }}
{{- end }}

{{- define "brisket.podSecurity" -}}
runAsNonRoot: true
runAsUser: 9999
runAsGroup: 9999
fsGroup: 9999
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "brisket.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* What the values' schema cannot say: how values depend on each other. */}}
{{- define "brisket.validate" -}}
{{- $v := .Values -}}
{{- $spv := $v.brisket.spv -}}
{{- $trackers := len (index $spv "chain-trackers") -}}
{{- $quorum := int $spv.quorum -}}
{{- if lt $trackers $quorum -}}
{{- fail (printf "brisket.spv.chain-trackers: %d given, must be at least the quorum (%d)" $trackers $quorum) -}}
{{- end -}}
{{- if le (mul 2 $quorum) $trackers -}}
{{- fail (printf "brisket.spv.quorum: %d given, must be more than half of the chain-trackers (%d)" $quorum $trackers) -}}
{{- end -}}
{{- $broadcast := index $v.brisket "extended-format-broadcasting" -}}
{{- if and $broadcast.enabled (not $broadcast.endpoints) -}}
{{- fail "brisket.extended-format-broadcasting.endpoints: none given, must be at least one unless enabled is false" -}}
{{- end -}}
{{- if and (eq $v.storage.kind "s3") (not $v.storage.s3.uri) -}}
{{- fail "storage.s3.uri: must be given, such as s3://bucket/brisket, or storage.kind be volume" -}}
{{- end -}}
{{- if gt (int $v.scaling.min) (int $v.scaling.max) -}}
{{- fail (printf "scaling.min (%d) is above scaling.max (%d)" (int $v.scaling.min) (int $v.scaling.max)) -}}
{{- end -}}
{{- $target := float64 $v.scaling.operator.targetUtilization -}}
{{- if or (le $target (float64 $v.scaling.operator.scaleDownBelow)) (ge $target (float64 $v.scaling.operator.scaleUpAbove)) -}}
{{- fail "scaling.operator.targetUtilization: must lie between scaleDownBelow and scaleUpAbove" -}}
{{- end -}}
{{- with $v.scaling.standalone -}}
{{- if or (le (int .targetCpuPercent) (int .scaleDownBelowPercent)) (ge (int .targetCpuPercent) (int .scaleUpAbovePercent)) -}}
{{- fail "scaling.standalone.targetCpuPercent: must lie between scaleDownBelowPercent and scaleUpAbovePercent" -}}
{{- end -}}
{{- end -}}
{{- if and $v.podDisruptionBudget.enabled (ge (int $v.podDisruptionBudget.minTaskManagers) (int $v.scaling.min)) -}}
{{- fail (printf "podDisruptionBudget.minTaskManagers: must be below scaling.min (%d), or nodes cannot be drained" (int $v.scaling.min)) -}}
{{- end -}}
{{- if and (eq $v.kafka.securityProtocol "SASL_SSL") (not $v.kafka.sasl.secret) -}}
{{- fail "kafka.sasl.secret: must be given for SASL_SSL" -}}
{{- end -}}
{{- if and (eq $v.kafka.securityProtocol "SSL") (not $v.kafka.tls.clientSecret) -}}
{{- fail "kafka.tls.clientSecret: must be given for SSL" -}}
{{- end -}}
{{- if and (eq $v.mode "standalone") (gt (int $v.standalone.generation) 1) (not $v.standalone.savepoint) -}}
{{- fail "standalone.savepoint: must be given for a generation above 1, or the job would start with empty state" -}}
{{- end -}}
{{- end }}
