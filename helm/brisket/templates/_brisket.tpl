{{/* Properties of every Kafka client; secrets are read from the mounted files. */}}
{{- define "brisket.kafkaProperties" -}}
{{- with .Values.kafka -}}
{{- if ne .securityProtocol "PLAINTEXT" -}}
security.protocol: {{ .securityProtocol }}
config.providers: dir
config.providers.dir.class: org.apache.kafka.common.config.provider.DirectoryConfigProvider
config.providers.dir.param.allowed.paths: /etc/brisket/kafka
{{- if .tls.caSecret }}
ssl.truststore.type: PEM
ssl.truststore.location: /etc/brisket/kafka/ca/{{ .tls.caKey }}
{{- end }}
{{- if .tls.clientSecret }}
ssl.keystore.type: PEM
ssl.keystore.certificate.chain: ${dir:/etc/brisket/kafka/client:{{ .tls.certificateKey }}}
ssl.keystore.key: ${dir:/etc/brisket/kafka/client:{{ .tls.privateKeyKey }}}
{{- end }}
{{- if eq .securityProtocol "SASL_SSL" }}
sasl.mechanism: {{ .sasl.mechanism }}
sasl.jaas.config: ${dir:/etc/brisket/kafka/sasl:{{ .sasl.jaasKey }}}
{{- end }}
{{- end -}}
{{- end -}}
{{- end }}

{{/* brisket.yaml: the values below brisket, with the login to Kafka. */}}
{{- define "brisket.configuration" -}}
{{- $brisket := deepCopy .Values.brisket -}}
{{- $login := include "brisket.kafkaProperties" . | fromYaml -}}
{{- $given := $brisket.kafka.properties | default dict -}}
{{- range $key, $_ := $login -}}
{{- if hasKey $given $key -}}
{{- fail (printf "brisket.kafka.properties: %s is set by the chart from kafka, must be left out" $key) -}}
{{- end -}}
{{- end -}}
{{- if $login -}}
{{- $_ := set $brisket.kafka "properties" (merge $login $given) -}}
{{- end -}}
{{- toYaml $brisket -}}
{{- end }}

{{/* What the job is started with, as a YAML list. */}}
{{- define "brisket.runArguments" -}}
- run
- --config
- /etc/brisket/config/brisket.yaml
{{- with .Values.rewind }}
- --rewind
- {{ . }}
{{- end }}
{{- end }}

{{/* Existing Secrets and where they are mounted, as a YAML list of volume, secret and path. */}}
{{- define "brisket.secretMounts" -}}
{{- $kafka := .Values.kafka -}}
{{- range .Values.secrets }}
- {volume: secret-{{ . }}, secret: {{ . }}, path: /etc/brisket/secrets/{{ . }}}
{{- end }}
{{- if ne $kafka.securityProtocol "PLAINTEXT" }}
{{- with $kafka.tls.caSecret }}
- {volume: kafka-ca, secret: {{ . }}, path: /etc/brisket/kafka/ca}
{{- end }}
{{- with $kafka.tls.clientSecret }}
- {volume: kafka-client, secret: {{ . }}, path: /etc/brisket/kafka/client}
{{- end }}
{{- if eq $kafka.securityProtocol "SASL_SSL" }}
- {volume: kafka-sasl, secret: {{ $kafka.sasl.secret }}, path: /etc/brisket/kafka/sasl}
{{- end }}
{{- end }}
{{- end }}

{{/* Volumes of a pod: pass root and component. */}}
{{- define "brisket.volumes" -}}
- name: brisket
  configMap:
    name: {{ include "brisket.name" .root }}
- name: tmp
  emptyDir:
    sizeLimit: {{ eq .component "taskmanager" | ternary .root.Values.taskManager.localDisk "2Gi" }}
- name: log
  emptyDir:
    sizeLimit: 1Gi
{{- if and (eq .root.Values.storage.kind "volume") (ne .component "verifier") }}
- name: state
  persistentVolumeClaim:
    claimName: {{ .root.Values.storage.volume.existingClaim | default (printf "%s-state" (include "brisket.name" .root)) }}
{{- end }}
{{- range include "brisket.secretMounts" .root | fromYamlArray }}
- name: {{ .volume }}
  secret:
    secretName: {{ .secret }}
    defaultMode: 0440
{{- end }}
{{- end }}

{{/* What the main container of every Flink pod has: the operator adds the rest to its own. */}}
{{- define "brisket.container" -}}
name: flink-main-container
securityContext:
  {{- include "brisket.containerSecurity" . | nindent 2 }}
env:
  - name: POD_IP
    valueFrom: {fieldRef: {fieldPath: status.podIP}}
  - name: POD_NAME
    valueFrom: {fieldRef: {fieldPath: metadata.name}}
{{- if eq .Values.storage.kind "s3" }}
{{- with .Values.storage.s3.region }}
  - name: AWS_REGION
    value: {{ . | quote }}
{{- end }}
{{- with .Values.storage.s3.credentialsSecret }}
  - name: AWS_ACCESS_KEY_ID
    valueFrom: {secretKeyRef: {name: {{ . }}, key: access-key}}
  - name: AWS_SECRET_ACCESS_KEY
    valueFrom: {secretKeyRef: {name: {{ . }}, key: secret-key}}
{{- end }}
{{- end }}
volumeMounts:
  - {name: brisket, mountPath: /etc/brisket/config, readOnly: true}
  - {name: tmp, mountPath: /tmp}
  - {name: log, mountPath: /opt/flink/log}
{{- if eq .Values.storage.kind "volume" }}
  - {name: state, mountPath: /opt/flink/state}
{{- end }}
{{- range include "brisket.secretMounts" . | fromYamlArray }}
  - {name: {{ .volume }}, mountPath: {{ .path }}, readOnly: true}
{{- end }}
{{- end }}

{{/* What every pod has beside its containers: pass root and component. */}}
{{- define "brisket.pod" -}}
{{- $place := eq .component "taskmanager" | ternary .root.Values.taskManager .root.Values.jobManager -}}
serviceAccountName: {{ include "brisket.serviceAccount" .root }}
securityContext:
  {{- include "brisket.podSecurity" .root | nindent 2 }}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with $place.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $place.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "brisket.selector" .root | nindent 8 }}
        app.kubernetes.io/component: {{ .component }}
volumes:
  {{- include "brisket.volumes" . | nindent 2 }}
{{- end }}
