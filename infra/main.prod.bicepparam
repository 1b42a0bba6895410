using 'main.bicep'

param name = 'distribution'
param publicAddress = ''
param useAdministratorKey = true
param linkSecrets = 1
param alwaysReadyHttp = 0
param alertReceivers = ['operators@example.org']

param mailDomain = 'news.example.org'
param mailSenderDisplayName = 'Example Press Office'
param mailDataLocation = 'Europe'
param linkMailDomain = false
param mailRecipients = ''
param mailsPerMinute = 30
param mailsPerHour = 100

param mailApplicationId = '00000000-0000-0000-0000-000000000000'
param mailPrincipalId = '00000000-0000-0000-0000-000000000000'
param mailSecret = readEnvironmentVariable('MAIL_SECRET', '')
param operatorPrincipalId = readEnvironmentVariable('OPERATOR_ID', '')
