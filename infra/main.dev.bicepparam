using 'main.bicep'

// Small, and forgetful: for trying out. Mail goes to the addresses named here and to nobody else.
param name = 'distribution-dev'
param storageSku = 'Standard_LRS'
param storageRetentionDays = 7
param logRetentionDays = 30
param purgeProtection = false
param deleteLocks = false
param useAdministratorKey = true

param mailDomain = 'news-dev.example.org'
param mailSenderDisplayName = 'Example Press Office (trial)'
param mailDataLocation = 'Europe'
param linkMailDomain = false
param mailRecipients = ''

param mailApplicationId = '00000000-0000-0000-0000-000000000000'
param mailPrincipalId = '00000000-0000-0000-0000-000000000000'
param mailSecret = readEnvironmentVariable('MAIL_SECRET', '')
param operatorPrincipalId = readEnvironmentVariable('OPERATOR_ID', '')
