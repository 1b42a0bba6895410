
namespace Distribution.Publisher.Offices;

/// <summary>Someone to call at an instant, and why.</summary>
/// <param name="Contact">The press officer, with their office.</param>
/// <param name="Reason">Why they may be called now.</param>
/// <param name="Speaks">Whether they speak the language that is wanted; true where none is.</param>
/// <param name="Phones">The numbers that are right at that instant.</param>
public sealed record OnDuty(PressContact Contact, DutyReason Reason, bool Speaks, IReadOnlyList<PressOfficerPhone> Phones);
