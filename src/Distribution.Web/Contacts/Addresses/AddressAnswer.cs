using System.Diagnostics;
using Distribution.Platform.Addresses;

namespace Distribution.Web.Contacts.Addresses;

/// <summary>The result of reading a text as a mail address.</summary>
internal sealed record AddressAnswer
{
    /// <summary>The address in the form that would be kept; null where the text is none.</summary>
    public string? Address { get; init; }

    /// <summary>The first fault; null where the text is an address.</summary>
    public AddressFault? Fault { get; init; }

    /// <summary>The fault and what to do; the text is the subject of the sentence.</summary>
    public string? Message { get; init; }

    /// <summary>An address that would be accepted and may have been meant.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Doubts for a user to look at before writing to it.</summary>
    public IReadOnlyList<AddressFinding> Findings { get; init; } = [];

    public static AddressAnswer From(AddressCheck check) => check switch
    {
        AddressCheck.Accepted accepted => new() { Address = accepted.Address.ToString(), Findings = accepted.Findings },
        AddressCheck.Refused refused => new() { Fault = refused.Fault, Message = refused.Message, Suggestion = refused.Suggestion },
        _ => throw new UnreachableException(),
    };
}
