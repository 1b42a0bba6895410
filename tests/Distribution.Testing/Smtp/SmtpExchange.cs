namespace Distribution.Testing.Smtp;

/// <summary>The client's line that the server is about to answer, and what it knows of the client so far.</summary>
/// <param name="Step">Where the conversation is.</param>
/// <param name="Connection">The connection's number, from 1.</param>
/// <param name="Line">The command; empty at the greeting, in the body and after the final dot.</param>
/// <param name="Sender">The envelope sender, once accepted.</param>
/// <param name="Recipient">The address of this RCPT, or the last one accepted.</param>
/// <param name="Mails">How many mails this connection has handed over.</param>
public sealed record SmtpExchange(SmtpStep Step, int Connection, string Line, string Sender, string Recipient, int Mails);
