using Distribution.Publisher.Offices;

namespace Distribution.Web.Console.Write;

/// <summary>A press officer for the contact block of a release.</summary>
/// <param name="Now">Why journalists may call them now; null where they may not.</param>
/// <param name="Then">The same at the time of sending.</param>
public sealed record OfficerChoice(PressContact Contact, DutyReason? Now, DutyReason? Then)
{
    /// <summary>
    /// Those of the release's office first, then those of the offices above, then all others; among them who is on duty then.
    /// </summary>
    public static IReadOnlyList<OfficerChoice> Sort(
        string office, OfficeTree offices, IEnumerable<PressOfficer> officers, DateTimeOffset now, DateTimeOffset then)
    {
        var steps = offices.Upwards(office).Index().ToDictionary(step => step.Item, step => step.Index);
        return
        [
            .. from officer in officers
               where offices.Contains(officer.Office)
               let contact = new PressContact(officer, offices.Find(officer.Office)!)
               let choice = new OfficerChoice(contact, DutyRule.ReasonOf(contact, now), DutyRule.ReasonOf(contact, then))
               orderby steps.GetValueOrDefault(officer.Office, int.MaxValue), choice.Then is null, officer.Name
               select choice,
        ];
    }
}
