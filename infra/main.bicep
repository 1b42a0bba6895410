// Everything that Distribution needs in Azure. docs/operations/azure.md says how to deploy it.

targetScope = 'resourceGroup'

@description('Name of the app and start of the other names: lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(20)
param name string

param location string = resourceGroup().location

@description('The https origin in every link, e.g. https://news.example.org; empty means the app\'s own host name.')
param publicAddress string = ''

@description('Most instances that may run at once.')
param maximumInstances int = 40

@description('Memory of an instance, in MB.')
param instanceMemory int = 2048

@description('Instances that always answer HTTP requests without a cold start: 0 saves money, 1 spares readers the first wait.')
param alwaysReadyHttp int = 0

@description('When due releases are dispatched: six-field NCRONTAB, UTC.')
param dispatchSchedule string = '0 * * * * *'

@description('When batches that no run has are queued again and dispatches that are done are closed: six-field NCRONTAB, UTC.')
param sendingSchedule string = '20 * * * * *'

@description('When waiting jobs are queued: six-field NCRONTAB, UTC.')
param jobSchedule string = '40 * * * * *'

@description('When daily digests are sent to those whose hour has come: six-field NCRONTAB, UTC.')
param digestSchedule string = '0 3/15 * * * *'

@description('When the unsubscribe mailbox is read, where there is one: six-field NCRONTAB, UTC.')
param unsubscribeSchedule string = '0 1/5 * * * *'

@description('When housekeeping runs: six-field NCRONTAB, UTC.')
param housekeepingSchedule string = '0 30 2 * * *'

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS', 'Standard_RAGZRS'])
param storageSku string = 'Standard_ZRS'

@description('Days for which deleted blobs can be brought back.')
@minValue(1)
@maxValue(365)
param storageRetentionDays int = 14

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Keep the vault from being purged. It cannot be turned off again.')
param purgeProtection bool = true

@description('Keep storage and vault from being deleted by mistake. Deploying needs the role Owner for it.')
param deleteLocks bool = true

@description('Addresses that get the alerts; without any, alerts are only seen in the portal.')
param alertReceivers string[] = []

@description('Object id of the person or group that sets secrets; empty for nobody.')
param operatorPrincipalId string = ''

@description('Secrets that signed the links in mails so far. To rotate, add one to the vault and count one more.')
@minValue(1)
@maxValue(255)
param linkSecrets int = 1

@description('Whether the key in the vault is an administrator. Turn it off once users have keys of their own.')
param useAdministratorKey bool

@description('The domain in the From address.')
param mailDomain string

@description('Local part of the From address.')
param mailSender string = 'press'

@description('Shown beside the From address where the mail has no name of its own.')
param mailSenderDisplayName string

@description('Where mail data is kept at rest.')
param mailDataLocation string

@description('True once the mail domain is verified. Never turn it back: the app could no longer send.')
param linkMailDomain bool

@description('Who gets mail: empty for nobody, * for everybody, or addresses separated by commas for rehearsals.')
param mailRecipients string = ''

@description('Mails per minute that the relay takes; a new domain of Azure Communication Services has 30. 0 = no limit.')
@minValue(0)
param mailsPerMinute int = 30

@description('Mails per hour that the relay takes; a new domain of Azure Communication Services has 100. 0 = no limit.')
@minValue(0)
param mailsPerHour int = 100

@description('Application (client) id of the Entra application that sends mail.')
param mailApplicationId string

@description('Object id of that application\'s service principal.')
param mailPrincipalId string

@secure()
@description('Client secret of that application; empty leaves the one in the vault.')
param mailSecret string = ''

// Names of Azure's services have these rules in common; what breaks them would fail half-way through a deployment.
var nameIsValid = empty(filter(
  map(range(0, length(name)), index => substring(name, index, 1)),
  character => !contains('abcdefghijklmnopqrstuvwxyz0123456789-', character)
)) && !contains('0123456789-', substring(name, 0, 1)) && !endsWith(name, '-') && !contains(name, '--')
var checkedName = nameIsValid
  ? name
  : fail('The name must begin with a lower-case letter and have only lower-case letters, digits and single hyphens.')
var unique = uniqueString(subscription().id, resourceGroup().id, checkedName)
var globalName = '${checkedName}-${take(unique, 6)}'
var identityName = '${checkedName}-identity'
var insightsName = '${checkedName}-insights'
var storageName = take('${replace(checkedName, '-', '')}${unique}', 24)
// A vault's name has at most 24 characters.
var vaultName = '${take(replace(checkedName, '-', ''), 17)}-${take(unique, 6)}'

module identity 'identity.bicep' = {
  params: {
    name: identityName
    location: location
  }
}

module storage 'storage.bicep' = {
  params: {
    name: storageName
    location: location
    sku: storageSku
    retentionDays: storageRetentionDays
    workspaceId: monitoring.outputs.workspaceId
    deleteLock: deleteLocks
  }
}

module monitoring 'monitoring.bicep' = {
  params: {
    name: insightsName
    location: location
    retentionDays: logRetentionDays
  }
}

module vault 'vault.bicep' = {
  params: {
    name: vaultName
    location: location
    purgeProtection: purgeProtection
    workspaceId: monitoring.outputs.workspaceId
    deleteLock: deleteLocks
    mailSecret: mailSecret
  }
}

module mail 'mail.bicep' = {
  params: {
    name: globalName
    domainName: mailDomain
    senderName: mailSender
    senderDisplayName: mailSenderDisplayName
    dataLocation: mailDataLocation
    linkDomain: linkMailDomain
    workspaceId: monitoring.outputs.workspaceId
    applicationId: mailApplicationId
  }
}

module roles 'roles.bicep' = {
  dependsOn: [identity, storage, vault, monitoring, mail]
  params: {
    identityName: identityName
    storageName: storageName
    vaultName: vaultName
    insightsName: insightsName
    communicationName: globalName
    mailPrincipalId: mailPrincipalId
    operatorPrincipalId: operatorPrincipalId
  }
}

module settings 'settings.bicep' = {
  params: {
    vaultUri: vault.outputs.uri
    publicAddress: publicAddress
    dispatchSchedule: dispatchSchedule
    sendingSchedule: sendingSchedule
    jobSchedule: jobSchedule
    digestSchedule: digestSchedule
    unsubscribeSchedule: unsubscribeSchedule
    housekeepingSchedule: housekeepingSchedule
    linkSecrets: linkSecrets
    useAdministratorKey: useAdministratorKey
    smtpUser: mail.outputs.smtpUser
    mailRecipients: mailRecipients
    mailsPerMinute: mailsPerMinute
    mailsPerHour: mailsPerHour
  }
}

module alerts 'alerts.bicep' = {
  dependsOn: [storage, monitoring]
  params: {
    name: checkedName
    location: location
    insightsName: insightsName
    storageName: storageName
    receivers: alertReceivers
  }
}

module app 'app.bicep' = {
  // The app reads its secrets when it starts.
  dependsOn: [roles]
  params: {
    name: globalName
    location: location
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storageName
    packagesUri: storage.outputs.packagesUri
    insightsConnectionString: monitoring.outputs.connectionString
    maximumInstances: maximumInstances
    alwaysReadyHttp: alwaysReadyHttp
    instanceMemory: instanceMemory
    settings: settings.outputs.values
  }
}

output appName string = app.outputs.name
output appAddress string = 'https://${app.outputs.hostName}'
output vaultName string = vaultName
output mailServiceName string = mail.outputs.serviceName
output mailFrom string = '${mailSender}@${mailDomain}'
output mailDnsRecords object = mail.outputs.dnsRecords
