{{/* What tells this release's series from those of others. */}}
{{- define "brisket.series" -}}
namespace={{ .Release.Namespace | quote }},pod=~"{{ include "brisket.name" . }}-.*"
{{- end }}

{{/* A threshold of the job's own configuration, or its default: the chart, the key, the default. */}}
{{- define "brisket.threshold" -}}
{{- get ((index . 0).Values.brisket.monitoring | default dict) (index . 1) | default (index . 2) -}}
{{- end }}

{{/* A duration among them, in milliseconds. */}}
{{- define "brisket.alertMillis" -}}
{{- $text := include "brisket.threshold" . -}}
{{- $unit := regexFind "[a-z]+$" $text -}}
{{- $millis := dict "ms" 1 "s" 1000 "min" 60000 "h" 3600000 "d" 86400000 -}}
{{- if not (hasKey $millis $unit) -}}
{{- fail (printf "brisket.monitoring.%s: %s given, with rules it must be a number of ms, s, min, h or d" (index . 1) $text) -}}
{{- end -}}
{{- mul (regexFind "^[0-9]+" $text | int64) (get $millis $unit) -}}
{{- end }}

{{/* A percentage among them, as a share of 1. */}}
{{- define "brisket.alertShare" -}}
{{- divf (include "brisket.threshold" . | regexFind "^[0-9.]+" | float64) 100 -}}
{{- end }}
