// Tables, queues and blobs of the app, and the packages it runs from. Nobody has a key; everybody needs a role.

param name string
param location string
param sku string

@description('Days for which a deleted blob or container can be brought back.')
param retentionDays int

// The triggers' queues exist before the app does: a queue that is missing wakes nobody.
// Tables and the other containers are made by the app itself.
var queueNames = ['releases', 'batches', 'urgent', 'work']
var packageContainerName = 'packages'

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

output packagesUri string = '${account.properties.primaryEndpoints.blob}${packageContainerName}'
