// Azure Communication Services Email, spoken to over SMTP.
// The domain is made first, then verified by its DNS records, and only then linked: deploy twice.

param name string

@description('The domain in the From address, e.g. news.example.org.')
param domainName string

@description('Local part of the From address.')
param senderName string

@description('Shown beside the From address where the mail has no name of its own.')
param senderDisplayName string

@description('Where mail data is kept at rest, e.g. Europe or United States.')
param dataLocation string

@description('True once the domain is verified.')
param linkDomain bool

@description('The Log Analytics workspace that gets the log of mails.')
param workspaceId string

@description('Application (client) id of the Entra application that sends mail.')
param applicationId string

resource service 'Microsoft.Communication/emailServices@2026-03-18' = {
  name: '${name}-email'
  location: 'global'
  properties: {
    dataLocation: dataLocation
  }
}

resource domain 'Microsoft.Communication/emailServices/domains@2026-03-18' = {
  parent: service
  name: domainName
  location: 'global'
  properties: {
    domainManagement: 'CustomerManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2026-03-18' = if (linkDomain) {
  parent: domain
  name: senderName
  properties: {
    displayName: senderDisplayName
    username: senderName
  }
}

resource communication 'Microsoft.Communication/communicationServices@2026-03-18' = {
  name: name
  location: 'global'
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: linkDomain ? [domain.id] : []
  }
}

resource smtpUser 'Microsoft.Communication/communicationServices/smtpUsernames@2026-03-18' = {
  parent: communication
  name: 'distribution'
  properties: {
    entraApplicationId: applicationId
    tenantId: tenant().tenantId
    username: name
  }
}

// One line a mail, without its recipient. The log of status updates has addresses, so it stays off.
resource mailLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: communication
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'EmailSendMailOperational'
        enabled: true
      }
    ]
  }
}

output serviceName string = service.name
output smtpUser string = smtpUser.properties.username
output dnsRecords object = domain.properties.verificationRecords
