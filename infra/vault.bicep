// The vault of the app's secrets. A deployment writes the mail secret if it is given, and no other:
// the others are set once by hand, so that no deployment can change what must never change.

param name string
param location string

@description('Keep deleted vaults from being purged. It cannot be turned off again.')
param purgeProtection bool

@description('The Log Analytics workspace that gets the log of access.')
param workspaceId string

@description('Keep the vault from being deleted by mistake.')
param deleteLock bool

@secure()
@description('Secret of the Entra application that sends mail; empty leaves the vault as it is.')
param mailSecret string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  properties: {
    enablePurgeProtection: purgeProtection ? true : null
    enableRbacAuthorization: true
    enableSoftDelete: true
    sku: {
      family: 'A'
      name: 'standard'
    }
    softDeleteRetentionInDays: 90
    tenantId: tenant().tenantId
  }
}

resource mailSecretValue 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(mailSecret)) {
  parent: vault
  name: 'mail-secret'
  properties: {
    contentType: 'Client secret of the Entra application that sends mail'
    value: mailSecret
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (deleteLock) {
  scope: vault
  name: 'no-delete'
  properties: {
    level: 'CanNotDelete'
    notes: 'Without the contact secret, people who asked never to be mailed would be mailed.'
  }
}

resource accessLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

output uri string = vault.properties.vaultUri
