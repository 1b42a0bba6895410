namespace Distribution.Platform.Addresses;

/// <summary>The result of reading a text as a mail address.</summary>
public abstract record AddressCheck
{
    private AddressCheck()
    {
    }

    /// <summary>It is one.</summary>
    /// <param name="Address">In the form that is kept.</param>
    /// <param name="Findings">Doubts about an accepted address, for a user to look at.</param>
    /// <param name="Name">The name that stood beside it, where one was asked for.</param>
    public sealed record Accepted(MailAddress Address, IReadOnlyList<AddressFinding> Findings, string? Name = null) : AddressCheck;

    /// <summary>It is none that mail could be sent to.</summary>
    /// <param name="Fault">The first fault, for programs.</param>
    /// <param name="Message">The fault and what to do, for people; the text is the subject of the sentence.</param>
    /// <param name="Suggestion">An address that would be accepted and may have been meant.</param>
    public sealed record Refused(AddressFault Fault, string Message, string? Suggestion = null) : AddressCheck
    {
        /// <summary>Message and suggestion in one, for the errors of a field.</summary>
        public string Sentence => Suggestion is null ? Message : $"{Message} Perhaps {Suggestion} is meant.";
    }
}
