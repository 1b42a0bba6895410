namespace Distribution.Testing.Smtp;

/// <summary>The extensions that the scripted server offers in its answer to EHLO.</summary>
[Flags]
public enum SmtpExtensions
{
    None = 0,
    StartTls = 1,
    Pipelining = 2,
    Size = 4,
    EightBitMime = 8,
    EnhancedStatusCodes = 16,
    SmtpUtf8 = 32,
    Chunking = 64,
    Plain = 128,
    Login = 256,
    XOAuth2 = 512,
    Usual = Pipelining | Size | EightBitMime | EnhancedStatusCodes,
}
