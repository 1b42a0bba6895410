using Distribution.Mail.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Tests.Mail.Smtp;

public sealed class MailOptionsTests
{
    [Fact]
    public void Without_any_setting_nobody_gets_mail_and_that_is_valid()
    {
        var options = Read();

        Assert.IsType<RecipientsSwitch.Off>(RecipientsSwitch.Parse(options.Recipients));
        Assert.Equal(
            (587, MailSecurity.StartTls, 16, 100), (options.Port, options.Security, options.Connections, options.MessagesPerConnection));
        Assert.Equal((30, 300, 600), (options.Timeouts.ConnectSeconds, options.Timeouts.CommandSeconds, options.Timeouts.AnswerSeconds));
    }

    [Theory]
    [InlineData("Recipients=*", "Host=smtp.example.org")]
    [InlineData("Recipients=a@example.org", "Host=127.0.0.1", "Security=None")]
    [InlineData("Host=localhost", "Security=None")]
    [InlineData("Host=::1", "Security=None")]
    [InlineData("Host=smtp.example.org", "Authentication=Login", "User=u", "Password=p")]
    [InlineData("Host=smtp.example.org", "Authentication=XOAuth2", "User=u@example.org")]
    [InlineData("Host=smtp.example.org", "Authentication=XOAuth2", "User=u", "OAuth:Tenant=t", "OAuth:ClientId=c", "OAuth:ClientSecret=s")]
    [InlineData("ReturnPath=bounces@example.org", "Name=[192.0.2.1]")]
    public void These_are_valid(params string[] settings) => Assert.NotNull(Read(settings));

    [Theory]
    [InlineData("Mail:Host", "Recipients=*")]
    [InlineData("Mail:Recipients", "Recipients=everybody")]
    [InlineData("Mail:Security=None", "Host=smtp.example.org", "Security=None")]
    [InlineData("Mail:User", "Host=smtp.example.org", "Authentication=Login", "Password=p")]
    [InlineData("Mail:Password", "Host=smtp.example.org", "Authentication=Login", "User=u")]
    [InlineData("Mail:Password", "Host=smtp.example.org", "Password=p")]
    [InlineData("Mail:OAuth:Tenant", "Authentication=XOAuth2", "User=u", "OAuth:ClientSecret=s")]
    [InlineData("Mail:ReturnPath", "ReturnPath=bounces")]
    [InlineData("Mail:Fingerprint", "Fingerprint=12")]
    [InlineData("Mail:Name", "Name=two words")]
    [InlineData("Port", "Port=0")]
    [InlineData("Connections", "Connections=0")]
    [InlineData("MessagesPerConnection", "MessagesPerConnection=-1")]
    [InlineData("IdleSeconds", "IdleSeconds=0")]
    [InlineData("Timeouts.AnswerSeconds", "Timeouts:AnswerSeconds=0")]
    [InlineData("OAuth.Scope", "OAuth:Scope=")]
    public void A_wrong_setting_is_named(string named, params string[] settings)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Read(settings));

        Assert.Contains(failure.Failures, text => text.Contains(named, StringComparison.Ordinal));
    }

    private static MailOptions Read(params string[] settings)
    {
        var values =
            settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create("Mail:" + pair[0], (string?)pair[1]));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        using var services = new ServiceCollection().AddSmtp(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<MailOptions>>().Value;
    }
}
