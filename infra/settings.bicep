// The application's own settings. Secrets are references: the platform puts their values in when the app starts.
// The schedules have flat names: the platform resolves no others when it decides whether to wake the app.

param vaultUri string
param publicAddress string
param dispatchSchedule string
param sendingSchedule string
param jobSchedule string
param digestSchedule string
param unsubscribeSchedule string
param housekeepingSchedule string
param linkSecrets int
param useAdministratorKey bool
param smtpUser string
param mailRecipients string
param mailsPerMinute int
param mailsPerHour int

func secret(uri string, name string) string => '@Microsoft.KeyVault(SecretUri=${uri}secrets/${name})'

var always = {
  DispatchSchedule: dispatchSchedule
  SendingSchedule: sendingSchedule
  JobSchedule: jobSchedule
  DigestSchedule: digestSchedule
  UnsubscribeSchedule: unsubscribeSchedule
  HousekeepingSchedule: housekeepingSchedule
  Mail__Authentication: 'Login'
  Mail__Host: 'smtp.azurecomm.net'
  Mail__Password: secret(vaultUri, 'mail-secret')
  Mail__Port: '587'
  Mail__Security: 'StartTls'
  Mail__User: smtpUser
  SendRate__MailsPerHour: string(mailsPerHour)
  SendRate__MailsPerMinute: string(mailsPerMinute)
  Security__ContactSecret: secret(vaultUri, 'contact-secret')
}

var signing = toObject(
  range(0, linkSecrets),
  index => 'Security__LinkSecrets__${index}',
  index => secret(vaultUri, 'link-secret-${index}')
)

// Without its secret in the vault, a reference stays as it is and would be a key that anybody can guess.
var administrator = useAdministratorKey ? { Security__AdministratorKey: secret(vaultUri, 'administrator-key') } : {}

var address = empty(publicAddress) ? {} : { Public__Address: publicAddress }

var recipients = empty(mailRecipients) ? {} : { Mail__Recipients: mailRecipients }

output values object = union(always, signing, administrator, address, recipients)
