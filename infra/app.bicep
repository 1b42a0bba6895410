// The function app on a Flex Consumption plan.

param name string
param location string

param identityId string
param identityClientId string
param storageName string
param packagesUri string
param insightsConnectionString string

@description('Most instances that may run at once. Each opens as many SMTP connections as host.json takes queue messages.')
@minValue(1)
@maxValue(1000)
param maximumInstances int

@allowed([512, 2048, 4096])
param instanceMemory int

@description('Instances that always run and answer HTTP requests without a cold start. Each is billed by the hour.')
@minValue(0)
@maxValue(100)
param alwaysReadyHttp int

@description('Settings of the application itself.')
param settings object

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: '${name}-plan'
  location: location
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        alwaysReady: alwaysReadyHttp == 0
          ? []
          : [
              {
                name: 'http'
                instanceCount: alwaysReadyHttp
              }
            ]
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: maximumInstances
      }
    }
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    serverFarmId: plan.id
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
  }

  // Packages are published with an Entra sign-in, never with a password.
  resource ftpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource publishingPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    {
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      AZURE_CLIENT_ID: identityClientId
      AzureWebJobsDisableHomepage: 'true'
      AzureWebJobsStorage__accountName: storageName
      AzureWebJobsStorage__clientId: identityClientId
      AzureWebJobsStorage__credential: 'managedidentity'
      Public__Address: 'https://${app.properties.defaultHostName}'
      Storage__Account: storageName
    },
    settings
  )
}

output name string = app.name
output hostName string = app.properties.defaultHostName
