using Distribution.Mail.Headers;
using Distribution.Readers.Unsubscribe;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Tests.Mail.Headers;

public sealed class UnsubscribeOptionsTests
{
    private static readonly string[] Right = ["Address=leave@example.org", "Host=imap.example.org", "User=leave", "Password=p"];

    [Fact]
    public void Without_any_setting_no_mailbox_is_read_and_that_is_valid() => Assert.Null(Mailto());

    [Theory]
    [InlineData("Address=leave@example.org", "mailto:leave@example.org?subject=unsubscribe%20")]
    [InlineData("Address=press+leave@example.org", "mailto:press%2Bleave@example.org?subject=unsubscribe%20")]
    [InlineData("Address=press&leave?@example.org", "mailto:press%26leave%3F@example.org?subject=unsubscribe%20")]
    public void The_link_names_the_mailbox(string address, string link) => Assert.Equal(link, Mailto([.. Right, address]));

    [Theory]
    [InlineData("Authentication=XOAuth2", "Password=")]
    [InlineData("Host=localhost", "Security=None")]
    [InlineData("Security=StartTls", "Port=143")]
    public void These_are_valid(params string[] settings) => Assert.NotNull(Mailto([.. Right, .. settings]));

    [Theory]
    [InlineData("Set Unsubscribe:Address to the address of the mailbox, or leave every Unsubscribe setting unset.", "Address=")]
    [InlineData("Unsubscribe:Address is one mail address.", "Address=leave")]
    [InlineData("Set Unsubscribe:Host to the IMAP server, or leave Unsubscribe:Address unset.", "Host=")]
    [InlineData("Unsubscribe:Security=None is only for a server on this machine; use StartTls or Tls.", "Security=None")]
    [InlineData("Unsubscribe:Authentication is Login or XOAuth2: no mailbox opens without a login.", "Authentication=None")]
    [InlineData("Set Unsubscribe:User to the user name of the mailbox.", "User=")]
    [InlineData("Set Unsubscribe:Password for Unsubscribe:Authentication=Login.", "Password=")]
    [InlineData("Unsubscribe:OAuth:ClientSecret needs Unsubscribe:OAuth:Tenant and Unsubscribe:OAuth:ClientId.", "OAuth:ClientSecret=s")]
    [InlineData("Unsubscribe:ProcessedFolder is another folder than Unsubscribe:Folder.", "ProcessedFolder=inbox")]
    [InlineData("Unsubscribe:Fingerprint is the SHA-256 of a certificate: 64 hexadecimal digits.", "Fingerprint=12")]
    public void A_wrong_setting_is_named(string fault, string setting)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Mailto([.. Right, setting]));

        Assert.EndsWith(fault, Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    /// <summary>Where a setting is given twice, the last one counts.</summary>
    private static string? Mailto(params string[] settings)
    {
        Dictionary<string, string?> values = [];
        foreach (var setting in settings) values[$"Unsubscribe:{setting.Split('=', 2)[0]}"] = setting.Split('=', 2)[1];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        using var services = new ServiceCollection().AddUnsubscribe(configuration).BuildServiceProvider();
        return services.GetRequiredService<UnsubscribeMailto>().Start;
    }
}
