// Tables, queues and blobs of the app, and the packages it runs from. Nobody has a key; everybody needs a role.

param name string
param location string
param sku string

@description('Days for which a deleted blob or container can be brought back.')
param retentionDays int

@description('The Log Analytics workspace that gets logs and metrics.')
param workspaceId string

@description('Keep the account from being deleted by mistake.')
param deleteLock bool

// The triggers' queues exist before the app does: a queue that is missing wakes nobody.
// Tables and the other containers are made by the app itself.
var queueNames = ['releases', 'batches', 'urgent', 'work']
var packageContainerName = 'packages'

var counts = {
  workspaceId: workspaceId
  metrics: [
    {
      category: 'Transaction'
      enabled: true
    }
  ]
}
var deletions = union(counts, {
  logs: [
    {
      category: 'StorageDelete'
      enabled: true
    }
  ]
})

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      containerDeleteRetentionPolicy: {
        enabled: true
        days: retentionDays
      }
      deleteRetentionPolicy: {
        enabled: true
        days: retentionDays
      }
    }

    resource packages 'containers' = {
      name: packageContainerName
    }
  }

  resource queues 'queueServices' = {
    name: 'default'

    resource queue 'queues' = [
      for queueName in queueNames: {
        name: queueName
      }
    ]
  }

  resource tables 'tableServices' = {
    name: 'default'
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (deleteLock) {
  scope: account
  name: 'no-delete'
  properties: {
    level: 'CanNotDelete'
    notes: 'Contacts, subscriptions and the record of every dispatch. Remove this lock only to give the program up.'
  }
}

// Deletions are logged, reads and writes are only counted: a dispatch makes thousands.
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::blobs
  name: 'workspace'
  properties: deletions
}

resource queueMetrics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::queues
  name: 'workspace'
  properties: counts
}

resource tableLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::tables
  name: 'workspace'
  properties: deletions
}

output packagesUri string = '${account.properties.primaryEndpoints.blob}${packageContainerName}'
