package io.github.cmkverify.provider;

import java.util.List;

/**
 * What on this machine decides where a provider is asked, and in whose name; a value of the provider's room, so that it
 * can be looked at without asking anybody. The credentials of settings.xml always count, and are not named here.
 *
 * @param places variables that decide where is asked; a name that ends in {@code *} stands for all that begin so
 * @param variables variables that hold credentials, or choose among them
 * @param files files and folders whose content decides who asks: {@code ~/…} below the home folder, {@code $NAME} and
 *     {@code $NAME/…} where a variable says, {@code <child>} where the {@code <configuration>} of the server says
 * @param unseen variables and system properties that make it unknown who asks, as soon as one is set
 * @param indirections words in one of the files that send on to a source that cannot be looked into from here
 */
public record PrincipalInputs(
        List<String> places,
        List<String> variables,
        List<String> files,
        List<String> unseen,
        List<String> indirections) {
    public PrincipalInputs {
        places = List.copyOf(places);
        variables = List.copyOf(variables);
        files = List.copyOf(files);
        unseen = List.copyOf(unseen);
        indirections = List.copyOf(indirections);
    }
}
