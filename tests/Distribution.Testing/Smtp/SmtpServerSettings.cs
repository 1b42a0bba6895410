using System.Security.Cryptography.X509Certificates;

namespace Distribution.Testing.Smtp;

/// <summary>The properties of the scripted server, as opposed to its answers.</summary>
public sealed record SmtpServerSettings
{
    public SmtpExtensions Extensions { get; init; } = SmtpExtensions.Usual;

    /// <summary>The limit announced with SIZE, in bytes; 0 announces no limit.</summary>
    public int MaximumSize { get; init; } = 35_000_000;

    /// <summary>Needed for STARTTLS; the server disposes it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Speaks TLS from the first byte.</summary>
    public bool ImplicitTls { get; init; }

    public string User { get; init; } = "user";

    /// <summary>The password of PLAIN and LOGIN, or the token of XOAUTH2.</summary>
    public string Password { get; init; } = "password";

    /// <summary>Refuses MAIL with 530 until the client has logged in.</summary>
    public bool RequiresLogin { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
