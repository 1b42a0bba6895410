// What an operator is woken for: docs/operations/telemetry.md says why. The metrics are the program's own.

param name string
param location string
param insightsName string
param storageName string

@description('Addresses that get the alerts; without any, alerts are only seen in the portal.')
param receivers array

var alerts = [
  {
    id: 'dispatch-stopped'
    title: 'A dispatch is stopped'
    text: 'The relay refuses our login or sender. Nobody gets mail until a user mends it and resumes the dispatch.'
    severity: 1
    window: 'PT5M'
    query: 'customMetrics | where name == "distribution.dispatches" and tostring(customDimensions["state"]) == "stopped"'
  }
  {
    id: 'release-late'
    title: 'A release is late'
    text: 'A dispatch began more than 3 minutes after its release\'s send time.'
    severity: 1
    window: 'PT5M'
    query: 'customMetrics | where name == "distribution.release.delay" and valueMax > 180'
  }
  {
    id: 'timer-silent'
    title: 'The dispatch timer does not run'
    text: 'No run of the job dispatch has succeeded for 10 minutes. Nothing new is sent.'
    severity: 1
    window: 'PT10M'
    query: 'customMetrics | where name == "distribution.job.runs" and tostring(customDimensions["job"]) == "dispatch" and tostring(customDimensions["result"]) == "succeeded" | summarize runs = count() | where runs == 0'
  }
  {
    id: 'jobs-failed'
    title: 'A timed job fails'
    text: 'A timed job has failed three times in 15 minutes, or housekeeping has failed once.'
    severity: 2
    window: 'PT15M'
    query: 'customMetrics | where name == "distribution.job.runs" and tostring(customDimensions["result"]) == "failed" | summarize runs = sum(valueSum) by job = tostring(customDimensions["job"]) | where runs >= 3 or job == "housekeeping"'
  }
  {
    id: 'queue-old'
    title: 'Batches wait long'
    text: 'Batches waited 5 minutes on average until an instance took them. With a send rate set, that may be as it should be.'
    severity: 2
    window: 'PT15M'
    query: 'customMetrics | where name == "distribution.batch.wait" | summarize seconds = sum(valueSum) / sum(valueCount) | where seconds > 300'
  }
  {
    id: 'message-poison'
    title: 'A message failed five times'
    text: 'A message was moved to a poison queue. The tables still say what is to be done; the cause needs a look.'
    severity: 2
    window: 'PT15M'
    query: 'traces | where message has "poison"'
  }
  {
    id: 'mail-uncertain'
    title: 'The relay takes mails and does not answer'
    text: 'More than 1 % of the mails have an uncertain outcome. Recipients may get a second copy.'
    severity: 2
    window: 'PT15M'
    query: 'customMetrics | where name == "distribution.mails" | summarize bad = sumif(valueSum, tostring(customDimensions["outcome"]) == "uncertain"), all = sum(valueSum) | where bad > 0.01 * all'
  }
  {
    id: 'mail-held'
    title: 'Recipients wait for a decision'
    text: 'Recipients are held. docs/operations/resolve-held.md says how to decide.'
    severity: 3
    window: 'PT15M'
    query: 'customMetrics | where name == "distribution.mails" and tostring(customDimensions["outcome"]) == "held"'
  }
  {
    id: 'mail-refused'
    title: 'Many mails are refused'
    text: 'More than 5 % of at least 100 mails were refused: a list is old, or the relay blocks us.'
    severity: 2
    window: 'PT1H'
    query: 'customMetrics | where name == "distribution.mails" | summarize bad = sumif(valueSum, tostring(customDimensions["outcome"]) == "refused"), all = sum(valueSum) | where all >= 100 and bad > 0.05 * all'
  }
  {
    id: 'relay-slow'
    title: 'The relay is slow'
    text: 'The relay needed more than 10 s a mail on average.'
    severity: 3
    window: 'PT15M'
    query: 'customMetrics | where name == "distribution.smtp.duration" | summarize seconds = sum(valueSum) / sum(valueCount) | where seconds > 10'
  }
  {
    id: 'storage-errors'
    title: 'The storage fails'
    text: 'More than 1 % of the requests to the storage failed. Nothing is lost, and everything waits.'
    severity: 2
    window: 'PT15M'
    query: 'customMetrics | where name == "distribution.storage.operations" | summarize bad = sumif(valueSum, tostring(customDimensions["status"]) in ("5xx", "none")), all = sum(valueSum) | where all >= 100 and bad > 0.01 * all'
  }
  {
    id: 'access-refused'
    title: 'Many sign-ins are refused'
    text: 'More than 50 requests in 15 minutes had no valid API key or not the right: a program has an old key, or somebody tries keys.'
    severity: 2
    window: 'PT15M'
    query: 'requests | where resultCode in ("401", "403") | summarize refused = sum(itemCount) | where refused > 50'
  }
  {
    id: 'errors'
    title: 'The program logged an error'
    text: 'Each line at level Error means that something waits for a user.'
    severity: 3
    window: 'PT15M'
    query: 'union traces, exceptions | where severityLevel >= 3'
  }
]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  properties: {
    enabled: true
    groupShortName: 'Distribution'
    emailReceivers: [
      for (address, index) in receivers: {
        name: 'operator-${index}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: '${name}-${alert.id}'
    location: location
    properties: {
      actions: {
        actionGroups: [operators.id]
      }
      autoMitigate: true
      criteria: {
        allOf: [
          {
            operator: 'GreaterThan'
            query: alert.query
            threshold: 0
            timeAggregation: 'Count'
          }
        ]
      }
      description: alert.text
      displayName: '${name}: ${alert.title}'
      enabled: true
      // A rule costs three times as much every 5 minutes as every 15.
      evaluationFrequency: alert.severity == 1 ? 'PT5M' : 'PT15M'
      scopes: [insights.id]
      severity: alert.severity
      windowSize: alert.window
    }
  }
]

// The platform's own measure: it sees an outage even when the app does not run.
resource storageAway 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-storage-away'
  location: 'global'
  properties: {
    actions: [
      {
        actionGroupId: operators.id
      }
    ]
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'availability'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Availability'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          operator: 'LessThan'
          threshold: 99
          timeAggregation: 'Average'
        }
      ]
    }
    description: 'Less than 99 % of the requests to the storage account succeeded in 5 minutes.'
    enabled: true
    evaluationFrequency: 'PT1M'
    scopes: [storage.id]
    severity: 1
    windowSize: 'PT5M'
  }
}
