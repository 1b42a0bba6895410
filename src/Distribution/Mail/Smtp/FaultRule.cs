using System.Net.Sockets;
using Azure;
using Azure.Identity;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Distribution.Mail.Smtp;

/// <summary>Interprets an exception of the conversation.</summary>
internal static class FaultRule
{
    /// <summary>Null when the exception is none of a relay's, that is a bug of ours, and the relay cannot have taken anything.</summary>
    /// <param name="phase">How far the conversation had come.</param>
    /// <param name="fault">The exception that ended it.</param>
    /// <param name="last">The relay's last reply on this connection; MailKit keeps it from us when a login is refused.</param>
    /// <param name="connection">Relay and connection number.</param>
    public static SendResult? Judge(SmtpPhase phase, Exception fault, SmtpReply? last, string connection) => fault switch
    {
        SmtpCommandException command => OutcomeRule.Judge(phase, SmtpReply.Parse((int)command.StatusCode, command.Message), connection),
        ServiceNotAuthenticatedException refusal => OutcomeRule.Judge(phase, SmtpReply.Parse(530, refusal.Message), connection),
        _ when phase == SmtpPhase.Answer => new SendResult.Uncertain(SmtpReply.Ours($"no answer after the mail: {fault.Message}")),
        MessageTooLargeException => new SendResult.Refused(SmtpReply.Ours(fault.Message)),
        AuthenticationException when last is { IsPermanent: true } or { IsTemporary: true } => OutcomeRule.Judge(SmtpPhase.Login, last, connection),
        AuthenticationException => new SendResult.Stopped(SmtpReply.Ours($"login failed: {fault.Message}")),
        AuthenticationFailedException when IsOutage(fault) => OutcomeRule.Lost(phase, SmtpReply.Ours("no token for the login: the identity service does not answer")),
        AuthenticationFailedException => new SendResult.Stopped(SmtpReply.Ours($"no token for the login: {fault.Message}")),
        SslHandshakeException { InnerException: IOException or SocketException } => OutcomeRule.Lost(phase, SmtpReply.Ours("connection lost while encrypting")),
        SslHandshakeException => new SendResult.Stopped(SmtpReply.Ours($"no encryption with the relay: {(fault.InnerException ?? fault).Message}")),
        NotSupportedException when phase < SmtpPhase.Sender => new SendResult.Stopped(SmtpReply.Ours(fault.Message)),
        _ when IsLoss(fault) => OutcomeRule.Lost(phase, SmtpReply.Ours($"connection lost: {fault.Message}")),
        _ => null,
    };

    /// <summary>The connection is gone or talks nonsense; nobody refused anything.</summary>
    public static bool IsLoss(Exception fault) => fault is IOException or SocketException or SmtpProtocolException or ServiceNotConnectedException;

    private static bool IsOutage(Exception? fault) => fault switch
    {
        null => false,
        HttpRequestException or OperationCanceledException or RequestFailedException { Status: 0 or >= 500 } => true,
        _ => IsOutage(fault.InnerException),
    };
}
