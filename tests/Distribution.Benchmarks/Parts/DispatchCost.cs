namespace Distribution.Benchmarks.Parts;

/// <summary>The cost of one dispatch.</summary>
/// <param name="Mails">Mails accepted.</param>
/// <param name="Time">From the seal of the plan to the last outcome.</param>
/// <param name="Processor">User and kernel time of the server, from planning to finish, in microseconds.</param>
/// <param name="Operations">Requests to the storage, from planning to finish.</param>
internal sealed record DispatchCost(int Mails, TimeSpan Time, double Processor, long Operations)
{
    public double MailsPerSecond => Mails / Time.TotalSeconds;

    public double MicrosecondsPerMail => Processor / Mails;

    public double OperationsPer100 => Operations * 100.0 / Mails;
}
