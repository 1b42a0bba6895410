namespace Distribution.Readers.Preferences;

/// <summary>Where somebody's mails are to go from now on, as the link to the new address keeps it.</summary>
/// <param name="From">Where they went when it was asked for.</param>
/// <param name="Address">The new address, normalised.</param>
/// <param name="Language">The language of their preferences page.</param>
public sealed record AddressChange(string From, string Address, string Language);
