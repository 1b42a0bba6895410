using Distribution.Audiences.Selection;

namespace Distribution.Web.Audiences.Selection;

/// <summary>An audience and one person, by contact or by address.</summary>
internal sealed record WhyRequest : AddressingInput
{
    /// <summary>Id of the contact.</summary>
    public string? Contact { get; init; }

    /// <summary>Any address of the contact.</summary>
    public string? Address { get; init; }
}
