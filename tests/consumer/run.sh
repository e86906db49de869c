#!/usr/bin/env bash
# An application outside the reactor uses what a release would deploy: the BOM and the packed jars, on the class path and on
# the module path. It has a local repository of its own, so that nothing is left behind that could hide a fault, and takes
# the libraries' own dependencies from the one that has them already.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/consumer/untouched.sh
. tests/consumer/bom.sh

work=$PWD/target/consumer
rm -rf "$work"
mkdir -p "$work"
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' pom.xml | head -n 1)
have=$(local_repository)
before=$(ours "$have")

cat >"$work/settings.xml" <<XML
<settings>
  <profiles>
    <profile>
      <id>consumer</id>
      <repositories>
        <repository><id>release</id><url>file://$work/repository</url><snapshots><updatePolicy>always</updatePolicy></snapshots></repository>
        <repository><id>have</id><url>file://$have</url></repository>
      </repositories>
      <pluginRepositories>
        <pluginRepository><id>have</id><url>file://$have</url></pluginRepository>
      </pluginRepositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>consumer</activeProfile></activeProfiles>
</settings>
XML
# Deploying leaves metadata in the local repository that it works with, so that has to be another one as well; and where the
# dependencies lie elsewhere, all is compiled anew, so that happens in a copy.
built=$work/built
mkdir -p "$built"
git ls-files -z | tar -c --null -T - | tar -x -C "$built"
cd "$built"
mvn -B -ntp -q -s "$work/settings.xml" "-Dmaven.repo.local=$work/deploying" deploy -Dmaven.test.skip=true -Dmaven.javadoc.skip=true \
    -Dspotless.check.skip=true -Dmaven.install.skip=true "-DaltDeploymentRepository=release::file://$work/repository"
cd - >/dev/null

mapfile -t libraries < <(sed -nE 's/^\| `(xero-[a-z-]+)` \|.*/\1/p' README.md)
deployed=$(cd "$work/repository/dev/xeroauth" && printf '%s\n' * | sort)
diff <(printf '%s\n' xero-auth-bom "${libraries[@]}" | sort) <(echo "$deployed") >&2 ||
    { echo "What is deployed is not what the README lists" >&2; exit 1; }
bom=$(find "$work/repository/dev/xeroauth/xero-auth-bom" -name '*.pom' | head -n 1)
bom_holds "$bom" "$version" "${libraries[@]}" || { cat "$bom" >&2; exit 1; }

cp -r tests/consumer/*.xml tests/consumer/src "$work/"
alone=(mvn -B -ntp -q -s "$work/settings.xml" "-Dmaven.repo.local=$work/m2" "-Dxero.version=$version")
out=$work/out
"${alone[@]}" -f "$work/pom.xml" process-classes | tee "$out"
grep -q 'consumer: path=class ' "$out"
grep -q 'consumer: path=module ' "$out"

path=$("${alone[@]}" -f "$work/size.xml" validate | sed -n 's/.*class-path: //p')
IFS=: read -ra jars < <(tr ':' '\n' <<<"$path" | grep '\.jar$' | paste -sd :)
[ "${#jars[@]}" -gt 2 ] || { echo "No class path: $path" >&2; exit 1; }
line="consumer: jars=${#jars[@]} bytes=$(stat -c %s "${jars[@]}" | awk '{ sum += $1 } END { print sum }')"
for library in "${libraries[@]}"; do
    line+=" $library=$(stat -c %s "$built/$library/target/$library-$version.jar")"
done
echo "$line"
untouched "$have" "$before"
